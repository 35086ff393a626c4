package nl.aftercare.neighbourhood.acting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.BreachReason;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/breach-reason")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class BreachResource {
    private final Plans plans;
    private final WorkingDays workingDays;
    private final Logbook logbook;
    private final Time time;

    BreachResource(Plans plans, WorkingDays workingDays, Logbook logbook, Time time) {
        this.plans = plans;
        this.workingDays = workingDays;
        this.logbook = logbook;
        this.time = time;
    }

    /** Why nothing was agreed in time. */
    @Schema(name = "BreachExplanation", examples = """
            {"reason": "NO_DATE_SUITED"}""")
    public record BreachExplanation(@NotNull BreachReason reason) {}

    @PUT
    @UnitOfWork
    @Operation(operationId = "explainBreach", summary = "Leg vast waarom er niet op tijd een afspraak was")
    @APIResponse(responseCode = "409", description = "De termijn is niet gemist")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<BreachExplanation>> explainBreach(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion BreachExplanation explanation) {
        int version = Version.required(ifMatch);
        return plans.toChange(id)
                .flatMap(stored -> plans.save(
                        stored.plan().explainBreach(explanation.reason(), time.today(), workingDays), stored, version))
                .call(saved -> logbook.record(saved.plan().outline().municipality(), "explain-breach", id, List.of()))
                .map(saved -> Version.tagged(explanation, saved.version()));
    }
}
