package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import nl.aftercare.notifications.addresses.CaseServiceClient.RightToContact;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a person asks of case-service through this service: with their own token, so that they see no more than there. */
@RegisterRestClient(configKey = "case-service")
@Path("/v1")
interface CaseServiceAsCaller {

    @GET
    @Path("/cases/{id}/right-to-contact")
    Uni<RightToContact> rightToContact(
            @HeaderParam("Authorization") String authorization,
            @PathParam("id") UUID caseId,
            @QueryParam("purpose") String purpose);
}
