package nl.aftercare.notifications.addresses;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What this service asks of offer-service. */
@RegisterRestClient(configKey = "offer-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/v1")
interface OfferServiceClient {

    @GET
    @Path("/offers")
    Uni<Offers> offers(@QueryParam("caseId") UUID caseId, @QueryParam("municipality") String tenant);

    record Offers(List<Offer> items) {}

    /** How offer-service answers; more fields are left aside. */
    record Offer(List<Line> lines) {}

    /** @param status what happened with it last; null while it is only proposed */
    record Line(String label, String outcome, @Nullable String status) {}
}
