package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

@Path("/neighbourhood-plans/{id}/arrangement")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class ArrangementResource {
    private final ArrangeMeeting arrangeMeeting;

    ArrangementResource(ArrangeMeeting arrangeMeeting) {
        this.arrangeMeeting = arrangeMeeting;
    }

    @PUT
    @Operation(
            operationId = "arrangeMeeting",
            summary = "Leg vast wat met een partner is afgesproken over de bijeenkomst, en wanneer")
    @APIResponse(responseCode = "409", description = "Dit past niet bij het plan")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ArrangementRequest>> arrangeMeeting(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion ArrangementRequest arrangement) {
        return arrangeMeeting
                .arrange(id, arrangement, Version.required(ifMatch))
                .map(stored -> Version.tagged(arrangement, stored.version()));
    }

    @POST
    @Path("/cancellations")
    @Operation(
            operationId = "cancelMeeting",
            summary = "Leg vast dat de afspraak over de bijeenkomst vervalt",
            description =
                    "Partners krijgen bericht en hun agenda wordt bijgewerkt. Er moet dan opnieuw iets worden afgesproken.")
    @APIResponse(responseCode = "409", description = "Er is geen afspraak")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<Cancellation>> cancelMeeting(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion Cancellation cancellation) {
        return arrangeMeeting
                .cancel(id, cancellation, Version.required(ifMatch))
                .map(stored -> Version.tagged(cancellation, stored.version()));
    }
}
