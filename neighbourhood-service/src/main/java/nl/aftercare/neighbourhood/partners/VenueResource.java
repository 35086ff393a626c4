package nl.aftercare.neighbourhood.partners;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.Directory.Stored;
import nl.aftercare.neighbourhood.persistence.Venues;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/venues")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class VenueResource {
    private final Venues venues;
    private final IdempotentRequests requests;
    private final Logbook logbook;
    private final Time time;

    VenueResource(Venues venues, IdempotentRequests requests, Logbook logbook, Time time) {
        this.venues = venues;
        this.requests = requests;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * A hall for meetings.
     *
     * @param capacity how many people fit in
     * @param availability when it can be had; absent when at any time
     */
    @Schema(name = "VenueEntry", examples = """
            {"municipality": "9901", "name": "Buurthuis Voorbeeld", "address": "Voorbeeldstraat 1, Voorbeeldstad",
             "capacity": 80}""")
    public record VenueEntry(
            @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
            String municipality,

            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String address,
            @NotNull @Min(1) @Max(100_000) Integer capacity,
            @Nullable @Valid AvailabilityFields availability) {

        Venue toDomain(UUID id) {
            return new Venue(
                    id,
                    new Municipality(municipality),
                    name,
                    address,
                    capacity,
                    AvailabilityFields.toDomain(availability));
        }
    }

    /** What can change of a hall. */
    @Schema(name = "VenueChange", examples = """
            {"name": "Buurthuis Voorbeeld", "address": "Voorbeeldstraat 1, Voorbeeldstad", "capacity": 80}""")
    public record VenueChange(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String address,
            @NotNull @Min(1) @Max(100_000) Integer capacity,
            @Nullable @Valid AvailabilityFields availability) {

        Venue of(Venue before) {
            return new VenueEntry(before.municipality().code(), name, address, capacity, availability)
                    .toDomain(before.id());
        }
    }

    public record AddedVenue(UUID id) {}

    /** A hall, as kept. */
    @Schema(name = "Venue")
    public record VenueView(
            UUID id, String municipality, String name, String address, int capacity, AvailabilityFields availability) {

        static VenueView of(Venue venue) {
            return new VenueView(
                    venue.id(),
                    venue.municipality().code(),
                    venue.name(),
                    venue.address(),
                    venue.capacity(),
                    AvailabilityFields.of(venue.availability()));
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "addVenue", summary = "Voeg een zaal toe aan de lijst van een gemeente")
    @APIResponse(responseCode = "409", description = "De sleutel hoort bij een andere aanvraag")
    public Uni<AddedVenue> addVenue(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey VenueEntry entry) {
        var municipality = new Municipality(entry.municipality());
        return requests.once(key, municipality, entry, AddedVenue.class, () -> add(entry, municipality))
                .map(Outcome::body);
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "listVenues", summary = "Zalen, de nieuwste eerst")
    public Uni<Page<VenueView>> listVenues(@BeanParam PageRequest page) {
        return venues.list(page).map(found -> found.map(VenueView::of));
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @Operation(operationId = "readVenue", summary = "Eén zaal")
    public Uni<RestResponse<VenueView>> readVenue(@RestPath UUID id) {
        return venues.read(id).map(VenueResource::respond);
    }

    @PUT
    @Path("/{id}")
    @UnitOfWork
    @Operation(operationId = "changeVenue", summary = "Wijzig een zaal")
    @APIResponse(responseCode = "412", description = "De zaal is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<VenueView>> changeVenue(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion VenueChange change) {
        int version = Version.required(ifMatch);
        return venues.read(id)
                .flatMap(stored -> venues.change(change.of(stored.entry()), version))
                .call(stored -> logbook.record(stored.entry().municipality(), "change-venue", id, List.of()))
                .map(VenueResource::respond);
    }

    private Uni<Outcome<AddedVenue>> add(VenueEntry entry, Municipality municipality) {
        var id = Ids.next(time.now());
        return venues.save(entry.toDomain(id))
                .chain(() -> logbook.record(municipality, "add-venue", id, List.of()))
                .replaceWith(new Outcome<>(201, new AddedVenue(id)));
    }

    private static RestResponse<VenueView> respond(Stored<Venue> stored) {
        return Version.tagged(VenueView.of(stored.entry()), stored.version());
    }
}
