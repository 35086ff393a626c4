package nl.aftercare.neighbourhood.dates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.neighbourhood.persistence.DatePlanning;
import nl.aftercare.neighbourhood.persistence.DateProposals;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/neighbourhood-plans/{id}/date-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class DateResource {
    private final Plans plans;
    private final DatePlanning planning;
    private final DateProposals proposals;
    private final Planned planned;

    DateResource(Plans plans, DatePlanning planning, DateProposals proposals, Planned planned) {
        this.plans = plans;
        this.planning = planning;
        this.proposals = proposals;
        this.planned = planned;
    }

    @POST
    @UnitOfWork
    @ResponseStatus(202)
    @Operation(
            operationId = "askForDates",
            summary = "Vraag om data voor de bijeenkomst",
            description =
                    "De hele regio wordt opnieuw bekeken. Het antwoord staat er binnen enkele seconden; vraag het op"
                            + " met GET. Twee keer vragen kan geen kwaad.")
    public Uni<DatesView> askForDates(@RestPath UUID id) {
        return plans.read(id)
                .call(stored ->
                        planning.ask(planned.together(stored.plan().outline().municipality())))
                .replaceWith(DatesView.asked());
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "readDates",
            summary = "Welke data er voor de bijeenkomst zijn gevonden, en waarom",
            description = "Past geen enkele datum, dan staat er wat er minimaal moet wijken.")
    public Uni<DatesView> readDates(@RestPath UUID id) {
        return plans.read(id).flatMap(stored -> planning.isAsked(
                        planned.together(stored.plan().outline().municipality()))
                .flatMap(asked -> proposals.find(id).map(found -> DatesView.of(found, stored.plan(), asked))));
    }
}
