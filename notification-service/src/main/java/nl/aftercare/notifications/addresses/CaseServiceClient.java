package nl.aftercare.notifications.addresses;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What this service asks of case-service. */
@RegisterRestClient(configKey = "case-service")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/v1")
interface CaseServiceClient {

    @GET
    @Path("/coordinators/{municipality}")
    Uni<Coordinator> coordinator(
            @PathParam("municipality") String municipality, @QueryParam("municipality") String tenant);

    @GET
    @Path("/cases/{id}/right-to-contact")
    Uni<RightToContact> rightToContact(
            @PathParam("id") UUID caseId,
            @QueryParam("purpose") String purpose,
            @QueryParam("municipality") String tenant);

    /**
     * Whether a victim may be written to now.
     *
     * @param hearingOn day of the hearing, Europe/Amsterdam; null unless it was asked for
     */
    record RightToContact(
            String right,
            String proof,
            UUID robberyId,
            String municipality,
            @Nullable LocalDate hearingOn,
            @Nullable VictimAddress victim) {}

    /** How case-service answers. */
    record Coordinator(String name, String email, @Nullable Manager manager) {}

    /** To whom the coordinator reports. */
    record Manager(String name, String email) {}
}
