package nl.aftercare.cases.closing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class ClosureResource {
    private final CloseCase closeCase;

    ClosureResource(CloseCase closeCase) {
        this.closeCase = closeCase;
    }

    /** @param unevaluatedBecause why aftercare that was given is not evaluated; only needed when it was not */
    @Schema(name = "ClosureRequest", examples = """
            {"unevaluatedBecause": "Het slachtoffer is verhuisd en wil niet worden gebeld"}""")
    public record ClosureRequest(
            @Nullable @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "mag niet leeg zijn")
            String unevaluatedBecause) {}

    @GET
    @Path("/closure")
    @Operation(
            operationId = "readClosure",
            summary = "Of een traject is geëvalueerd en gesloten, en tot wanneer het blijft")
    public Uni<RestResponse<ClosureView>> readClosure(@RestPath UUID id) {
        return closeCase.read(id).map(ClosureResource::respond);
    }

    @PUT
    @Path("/evaluation")
    @Operation(operationId = "evaluateCase", summary = "Evalueer de nazorg aan een slachtoffer: effect en proces")
    @APIResponse(responseCode = "409", description = "Er is nog niet besloten, of het traject is al gesloten")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ClosureView>> evaluateCase(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion EvaluationEntry evaluation) {
        return closeCase.evaluate(id, evaluation, Version.required(ifMatch)).map(ClosureResource::respond);
    }

    @PUT
    @Path("/closure")
    @Operation(operationId = "closeCase", summary = "Sluit een traject: er is niets meer te doen")
    @APIResponse(responseCode = "409", description = "Het traject is nog niet af, of niet geëvalueerd")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ClosureView>> closeCase(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion ClosureRequest closure) {
        return closeCase
                .close(id, closure.unevaluatedBecause(), Version.required(ifMatch))
                .map(ClosureResource::respond);
    }

    @PUT
    @Path("/reopening")
    @Operation(operationId = "reopenCase", summary = "Open een gesloten traject weer, in de stand van daarvoor")
    public Uni<RestResponse<ClosureView>> reopenCase(@RestPath UUID id) {
        return closeCase.reopen(id).map(ClosureResource::respond);
    }

    private static RestResponse<ClosureView> respond(Stored stored) {
        return Version.tagged(ClosureView.of(stored), stored.version());
    }
}
