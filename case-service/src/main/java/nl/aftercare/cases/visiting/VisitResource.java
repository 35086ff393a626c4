package nl.aftercare.cases.visiting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.visiting.PlanVisit.Visit;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/visit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
@APIResponse(responseCode = "428", description = "If-Match ontbreekt")
class VisitResource {
    private final PlanVisit planVisit;

    VisitResource(PlanVisit planVisit) {
        this.planVisit = planVisit;
    }

    /** @param heldOn day on which the visit was, Europe/Amsterdam */
    @Schema(name = "VisitOutcome", examples = """
            {"heldOn": "2026-03-12"}""")
    public record VisitOutcome(@NotNull LocalDate heldOn) {}

    @GET
    @Operation(operationId = "readVisit", summary = "Het eerste bezoek, met advies: wie, wanneer en waar u op let")
    public Uni<RestResponse<VisitView>> readVisit(@RestPath UUID id) {
        return planVisit.read(id).map(VisitResource::respond);
    }

    @PUT
    @Operation(operationId = "planVisit", summary = "Plan het eerste bezoek; het slachtoffer moet het willen")
    @APIResponse(
            responseCode = "409",
            description = "Het slachtoffer wil dit niet of is nog niet gevraagd, of de politie vindt het nog te vroeg")
    public Uni<RestResponse<VisitView>> planVisit(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion VisitRequest plan) {
        return planVisit.plan(id, plan.toDomain(), Version.required(ifMatch)).map(VisitResource::respond);
    }

    @PUT
    @Path("/outcome")
    @Operation(operationId = "recordVisit", summary = "Leg vast dat het eerste bezoek is geweest")
    @APIResponse(responseCode = "409", description = "Er is geen bezoek gepland, of het is al geweest")
    public Uni<RestResponse<VisitView>> recordVisit(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion VisitOutcome outcome) {
        return planVisit.hold(id, outcome.heldOn(), Version.required(ifMatch)).map(VisitResource::respond);
    }

    private static RestResponse<VisitView> respond(Visit visit) {
        return Version.tagged(VisitView.of(visit), visit.stored().version());
    }
}
