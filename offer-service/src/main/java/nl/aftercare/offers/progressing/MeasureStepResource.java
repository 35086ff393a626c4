package nl.aftercare.offers.progressing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/offers/{id}/measures/{measure}/steps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class MeasureStepResource {
    private final RecordStep recordStep;

    MeasureStepResource(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @POST
    @Operation(
            operationId = "recordMeasureStep",
            summary = "Leg vast wat er met een maatregel is gebeurd",
            description = "Dezelfde laatste stap nog een keer verandert niets.")
    @APIResponse(responseCode = "409", description = "Deze stap kan nu niet")
    @APIResponse(responseCode = "412", description = "Het aanbod is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<StepEntry>> recordMeasureStep(
            @RestPath UUID id,
            @RestPath String measure,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion StepEntry step) {
        return recordStep
                .record(id, measure, step.toDomain(), Version.required(ifMatch))
                .map(stored -> Version.tagged(step, stored.version()));
    }
}
