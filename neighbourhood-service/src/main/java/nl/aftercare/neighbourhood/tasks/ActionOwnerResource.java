package nl.aftercare.neighbourhood.tasks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Action;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/actions/{action}/owner")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class ActionOwnerResource {
    private final Plans plans;
    private final Logbook logbook;

    ActionOwnerResource(Plans plans, Logbook logbook) {
        this.plans = plans;
        this.logbook = logbook;
    }

    /** @param person subject of the token of who takes it up; null for the coordinators together */
    @Schema(name = "ActionOwner", examples = """
            {"person": "3f0c8a52-0000-4000-8000-000000000001"}""")
    public record ActionOwner(
            @Nullable
            @Size(min = 1, max = 64)
            @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
            String person) {}

    @PUT
    @UnitOfWork
    @Operation(operationId = "giveAction", summary = "Geef een actie voor de buurt aan een collega, of neem die zelf")
    @APIResponse(responseCode = "409", description = "Deze actie hoort niet bij dit plan")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ActionOwner>> giveAction(
            @RestPath UUID id,
            @RestPath String action,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion ActionOwner owner) {
        int version = Version.required(ifMatch);
        var named = Action.named(action).orElseThrow(ProblemException::notFound);
        return plans.toChange(id)
                .flatMap(stored -> plans.save(stored.plan().give(named, owner.person()), stored, version))
                .call(saved -> logbook.record(saved.plan().outline().municipality(), "give-action", id, List.of()))
                .map(saved -> Version.tagged(owner, saved.version()));
    }
}
