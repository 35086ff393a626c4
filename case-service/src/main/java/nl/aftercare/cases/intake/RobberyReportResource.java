package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/robbery-reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.POLICE_FEED, Roles.COORDINATOR})
class RobberyReportResource {
    private final ReportRobbery reportRobbery;
    private final IdempotentRequests requests;

    RobberyReportResource(ReportRobbery reportRobbery, IdempotentRequests requests) {
        this.reportRobbery = reportRobbery;
        this.requests = requests;
    }

    @POST
    @Operation(operationId = "reportRobbery", summary = "Meld een overval met de slachtoffers die bekend zijn")
    @APIResponse(
            responseCode = "201",
            description = "De overval is opgeslagen, met een nazorgtraject voor elk slachtoffer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedReport.class)))
    @APIResponse(
            responseCode = "200",
            description = "Deze overval was al gemeld; dit is wat er toen van kwam",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedReport.class)))
    @APIResponse(responseCode = "409", description = "De sleutel of de reference hoort bij een andere melding")
    public Uni<Response> reportRobbery(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey RobberyReport report) {
        var municipality = new Municipality(report.municipality());
        return requests.once(
                        key,
                        municipality,
                        report,
                        AcceptedReport.class,
                        () -> reportRobbery.report(report, requests.hash(report)))
                .map(RobberyReportResource::respond);
    }

    private static Response respond(Outcome<AcceptedReport> outcome) {
        return Response.status(outcome.status())
                .entity(outcome.body())
                .header("Location", "/v1/robberies/" + outcome.body().robberyId())
                .build();
    }
}
