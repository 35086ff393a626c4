package nl.aftercare.cases.inspecting;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks of offer-service. */
@RegisterRestClient(configKey = "offer-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/v1")
interface OfferServiceClient {

    @GET
    @Path("/offers")
    Uni<Offers> offers(@QueryParam("caseId") UUID caseId, @QueryParam("municipality") String tenant);

    /** How offer-service answers; what is in an offer is its own business. */
    record Offers(List<JsonNode> items) {}
}
