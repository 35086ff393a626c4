package nl.aftercare.cases.designations;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.domain.Designation;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.persistence.Designations;
import nl.aftercare.cases.persistence.Playbooks;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/designations")
@Produces(MediaType.APPLICATION_JSON)
class DesignationResource {
    private final Designations designations;
    private final Playbooks playbooks;
    private final Caller caller;
    private final IdempotentRequests requests;
    private final Logbook logbook;
    private final Reorganisations reorganisations;
    private final Time time;

    DesignationResource(
            Designations designations,
            Playbooks playbooks,
            Caller caller,
            IdempotentRequests requests,
            Logbook logbook,
            Reorganisations reorganisations,
            Time time) {
        this.reorganisations = reorganisations;
        this.playbooks = playbooks;
        this.caller = caller;
        this.designations = designations;
        this.requests = requests;
        this.logbook = logbook;
        this.time = time;
    }

    /** What is remembered of an idempotent request names nobody. */
    public record AddedDesignation(UUID id) {}

    /** @param endsOn last day, Europe/Amsterdam */
    @Schema(name = "DesignationEnd", examples = """
            {"endsOn": "2026-06-30"}""")
    public record End(@NotNull LocalDate endsOn) {}

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "addDesignation",
            summary = "Leg vast wie de burgemeester heeft aangewezen om gegevens van de politie te zien")
    @APIResponse(responseCode = "409", description = "De sleutel hoort bij een andere aanvraag")
    public Uni<AddedDesignation> addDesignation(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey DesignationEntry entry) {
        if (entry.endsOn().isBefore(entry.startsOn())) {
            throw new InvalidInputException("endsOn", "ligt vóór startsOn");
        }
        var municipality = new Municipality(entry.municipality());
        var today = reorganisations.today(municipality);
        if (!today.equals(municipality)) {
            throw new InvalidInputException("municipality", "is opgegaan in " + today.code());
        }
        return requests.once(key, municipality, entry, AddedDesignation.class, () -> add(entry, municipality))
                .map(Outcome::body);
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.PUBLIC_ORDER_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(operationId = "listDesignations", summary = "Wie is aangewezen, de nieuwste eerst")
    public Uni<Page<DesignationView>> listDesignations(@BeanParam PageRequest page) {
        return designations.list(page).flatMap(this::withWarnings);
    }

    @GET
    @UnitOfWork
    @Path("/own")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "listOwnDesignations", summary = "Uw eigen aanwijzingen, en of er een bijna afloopt")
    public Uni<Page<DesignationView>> listOwnDesignations(@BeanParam PageRequest page) {
        return designations.listOf(caller.subject(), page).flatMap(this::withWarnings);
    }

    @PUT
    @UnitOfWork
    @Path("/{id}/end")
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "endDesignation",
            summary = "Beëindig een aanwijzing eerder; na die dag is er geen toegang meer")
    public Uni<DesignationView> endDesignation(@RestPath UUID id, End end) {
        return designations
                .end(id, end.endsOn())
                .call(ended -> logbook.record(ended.municipality(), "end-designation", id, List.of()))
                .flatMap(ended -> playbooks
                        .read(ended.municipality())
                        .map(stored -> DesignationView.of(ended, stored.playbook(), time.today())));
    }

    private Uni<Page<DesignationView>> withWarnings(Page<Designation> found) {
        return settled(found)
                .map(playbooks -> found.map(one -> DesignationView.of(
                        one, playbooks.getOrDefault(one.municipality(), Playbook.DEFAULT), time.today())));
    }

    private Uni<Map<Municipality, Playbook>> settled(Page<Designation> found) {
        return Multi.createFrom()
                .iterable(found.items().stream()
                        .map(Designation::municipality)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(municipality ->
                        playbooks.read(municipality).map(stored -> Map.entry(municipality, stored.playbook())))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Outcome<AddedDesignation>> add(DesignationEntry entry, Municipality municipality) {
        var id = Ids.next(time.now());
        return designations
                .save(entry.toDomain(id))
                .chain(() -> logbook.record(municipality, "add-designation", id, List.of()))
                .replaceWith(new Outcome<>(201, new AddedDesignation(id)));
    }
}
