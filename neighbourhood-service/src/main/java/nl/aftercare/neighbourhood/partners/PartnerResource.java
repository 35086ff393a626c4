package nl.aftercare.neighbourhood.partners;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.persistence.Directory.Stored;
import nl.aftercare.neighbourhood.persistence.Partners;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/partners")
@Produces(MediaType.APPLICATION_JSON)
class PartnerResource {
    private final Partners partners;
    private final IdempotentRequests requests;
    private final Logbook logbook;
    private final Time time;

    PartnerResource(Partners partners, IdempotentRequests requests, Logbook logbook, Time time) {
        this.partners = partners;
        this.requests = requests;
        this.logbook = logbook;
        this.time = time;
    }

    /** The answer is an id: what is remembered of an idempotent request holds no personal data. */
    public record AddedPartner(UUID id) {}

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "addPartner", summary = "Voeg een partner toe aan de lijst van een gemeente")
    @APIResponse(responseCode = "409", description = "De sleutel hoort bij een andere aanvraag")
    public Uni<AddedPartner> addPartner(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey PartnerEntry entry) {
        var municipality = new Municipality(entry.municipality());
        return requests.once(key, municipality, entry, AddedPartner.class, () -> add(entry, municipality))
                .map(Outcome::body);
    }

    @GET
    @UnitOfWork
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "listPartners", summary = "Partners, de nieuwste eerst")
    public Uni<Page<PartnerView>> listPartners(@BeanParam PageRequest page) {
        return partners.list(page)
                .call(found -> logbook.recordEach(
                        "read-partner",
                        found.items(),
                        Partner::municipality,
                        Partner::id,
                        partner -> Subject.partner(partner.id())))
                .map(found -> found.map(PartnerView::of));
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.SERVICE})
    @Operation(operationId = "readPartner", summary = "Eén partner met de contactpersoon")
    public Uni<RestResponse<PartnerView>> readPartner(@RestPath UUID id) {
        return partners.read(id).call(stored -> log(stored, "read-partner")).map(PartnerResource::respond);
    }

    @PUT
    @Path("/{id}")
    @UnitOfWork
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "changePartner", summary = "Wijzig een partner, zoals de contactpersoon")
    @APIResponse(responseCode = "412", description = "De partner is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<PartnerView>> changePartner(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion PartnerChange change) {
        int version = Version.required(ifMatch);
        return partners.read(id)
                .flatMap(stored -> partners.change(change.of(stored.entry()), version))
                .call(stored -> log(stored, "change-partner"))
                .map(PartnerResource::respond);
    }

    private Uni<Void> log(Stored<Partner> stored, String action) {
        var partner = stored.entry();
        return logbook.record(partner.municipality(), action, partner.id(), List.of(Subject.partner(partner.id())));
    }

    private static RestResponse<PartnerView> respond(Stored<Partner> stored) {
        return Version.tagged(PartnerView.of(stored.entry()), stored.version());
    }

    private Uni<Outcome<AddedPartner>> add(PartnerEntry entry, Municipality municipality) {
        var id = Ids.next(time.now());
        return partners.save(entry.toDomain(id))
                .chain(() -> logbook.record(municipality, "add-partner", id, List.of(Subject.partner(id))))
                .replaceWith(new Outcome<>(201, new AddedPartner(id)));
    }
}
