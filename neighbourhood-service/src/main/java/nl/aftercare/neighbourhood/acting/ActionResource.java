package nl.aftercare.neighbourhood.acting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Action;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/actions/{action}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class ActionResource {
    private final RecordAction recordAction;

    ActionResource(RecordAction recordAction) {
        this.recordAction = recordAction;
    }

    @PUT
    @Operation(
            operationId = "recordAction",
            summary = "Leg vast dat een actie voor de buurt is gedaan, of niet nodig is")
    @APIResponse(responseCode = "409", description = "Dit past niet bij het plan")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ActionRequest>> recordAction(
            @RestPath UUID id,
            @RestPath String action,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion ActionRequest request) {
        var named = Action.named(action).orElseThrow(ProblemException::notFound);
        return recordAction
                .record(id, named, request.toDomain(), Version.required(ifMatch))
                .map(stored -> Version.tagged(request, stored.version()));
    }
}
