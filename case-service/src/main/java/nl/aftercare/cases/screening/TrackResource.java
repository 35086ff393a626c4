package nl.aftercare.cases.screening;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/track")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class TrackResource {
    private final ScreenCase screenCase;

    TrackResource(ScreenCase screenCase) {
        this.screenCase = screenCase;
    }

    @GET
    @Operation(operationId = "readTrack", summary = "Hoe ver de nazorg voor een slachtoffer is, en wat nu mag")
    public Uni<RestResponse<TrackView>> readTrack(@RestPath UUID id) {
        return screenCase.read(id).map(TrackResource::respond);
    }

    @PUT
    @Path("/decision")
    @Operation(operationId = "decideAftercare", summary = "Besluit over de nazorg; eerst moet de politie zijn gevraagd")
    @APIResponse(
            responseCode = "409",
            description = "De politie is nog niet gevraagd of heeft bezwaren, of er is al besloten")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<TrackView>> decideAftercare(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion DecisionRequest request) {
        return screenCase
                .decide(id, request.result(), Version.required(ifMatch))
                .map(TrackResource::respond);
    }

    @POST
    @Path("/answers")
    @Operation(operationId = "recordAnswer", summary = "Leg vast of het slachtoffer een bezoek wil")
    @APIResponse(responseCode = "409", description = "Er is nog niet besloten, of niet nagegaan of er al contact was")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<TrackView>> recordAnswer(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion AnswerRequest request) {
        return screenCase.recordAnswer(id, request, Version.required(ifMatch)).map(TrackResource::respond);
    }

    @PUT
    @Path("/withdrawal")
    @Operation(operationId = "withdrawFromAftercare", summary = "Het slachtoffer wil geen nazorg van de gemeente meer")
    @APIResponse(responseCode = "409", description = "Er is nog niet besloten")
    public Uni<RestResponse<TrackView>> withdrawFromAftercare(@RestPath UUID id) {
        return screenCase.withdraw(id).map(TrackResource::respond);
    }

    private static RestResponse<TrackView> respond(Stored stored) {
        return Version.tagged(TrackView.of(stored), stored.version());
    }
}
