package nl.aftercare.notifications.addresses;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks of neighbourhood-service. */
@RegisterRestClient(configKey = "neighbourhood-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/v1")
interface NeighbourhoodServiceClient {

    @GET
    @Path("/partners/{id}")
    Uni<Partner> partner(@PathParam("id") UUID id, @QueryParam("municipality") String tenant);

    @GET
    @Path("/meetings/{meetingId}/questions/{partnerId}")
    Uni<Question> question(
            @PathParam("meetingId") UUID meetingId,
            @PathParam("partnerId") UUID partnerId,
            @QueryParam("municipality") String tenant);

    @GET
    @Path("/neighbourhood-plans/{planId}/texts/{text}/approved")
    Uni<ApprovedText> approvedText(
            @PathParam("planId") UUID planId,
            @PathParam("text") String text,
            @QueryParam("municipality") String tenant);

    /** How neighbourhood-service answers; more fields are left aside. */
    record Partner(String kind, String name, String contactName, String email) {}
}
