package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/robbery-updates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.POLICE_FEED, Roles.COORDINATOR})
class RobberyUpdateResource {
    private final UpdateRobbery updateRobbery;
    private final IdempotentRequests requests;
    private final Time time;

    RobberyUpdateResource(UpdateRobbery updateRobbery, IdempotentRequests requests, Time time) {
        this.updateRobbery = updateRobbery;
        this.requests = requests;
        this.time = time;
    }

    @POST
    @Operation(
            operationId = "updateRobbery",
            summary = "Geef door wat er na de melding over een overval bekend is geworden")
    @APIResponse(
            responseCode = "200",
            description = "Verwerkt; dit zijn alle nazorgtrajecten van de overval",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpdateReceipt.class)))
    @APIResponse(
            responseCode = "202",
            description = "Er is nog geen overval met deze reference; het bericht wacht tot die er is",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpdateReceipt.class)))
    @APIResponse(responseCode = "409", description = "De sleutel hoort bij een andere aanvraag")
    public Uni<RestResponse<UpdateReceipt>> updateRobbery(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey RobberyUpdate update) {
        if (update.statedAt().isAfter(time.now())) {
            throw new InvalidInputException("statedAt", "ligt in de toekomst");
        }
        var municipality = new Municipality(update.municipality());
        return requests.once(key, municipality, update, UpdateReceipt.class, () -> updateRobbery.update(update))
                .map(outcome -> ResponseBuilder.<UpdateReceipt>create(outcome.status())
                        .entity(outcome.body())
                        .build());
    }
}
