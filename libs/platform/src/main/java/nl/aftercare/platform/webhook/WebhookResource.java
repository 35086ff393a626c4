package nl.aftercare.platform.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/webhook-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EVENT_SUBSCRIBER, Roles.PUBLIC_ORDER_MANAGER})
class WebhookResource {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private final Subscriptions subscriptions;
    private final Signatures signatures;

    WebhookResource(Subscriptions subscriptions, Signatures signatures) {
        this.subscriptions = subscriptions;
        this.signatures = signatures;
    }

    /**
     * What a system wants to be told.
     *
     * @param endpoint HTTPS address with a host name, on which it agrees by OPTIONS and takes events by POST
     * @param types of events of this service
     */
    @Schema(name = "WebhookRequest", examples = """
            {"municipality": "9901", "endpoint": "https://zaken.voorbeeldstad.example/events",
             "types": ["nl.aftercare.cases.robbery-reported.v1"]}""")
    public record WebhookRequest(
            @NotNull @Size(min = 4, max = 4) String municipality,
            @NotBlank @Size(max = 500) String endpoint,
            @NotEmpty @Size(max = 50) List<@NotBlank String> types) {}

    /**
     * A subscription.
     *
     * @param signingSecret what the receiver checks signatures with (Standard Webhooks); told once, when it is made
     * @param endedBecause ended-by-client, or gone: the endpoint answered 410
     */
    @Schema(name = "WebhookSubscription")
    public record SubscriptionView(
            UUID id,
            String municipality,
            String endpoint,
            List<String> types,
            SubscriptionRow.State state,
            Instant subscribedAt,
            @Nullable String endedBecause,
            @Nullable String signingSecret) {

        private static SubscriptionView of(SubscriptionRow row, @Nullable String secret) {
            return new SubscriptionView(
                    row.id,
                    row.municipality,
                    row.endpoint,
                    row.typeList(),
                    row.state,
                    row.subscribedAt,
                    row.endedBecause,
                    secret);
        }
    }

    /**
     * How it went with one event.
     *
     * @param dueAt when it is told next, while it waits
     * @param lastProblem no-answer, status-… or subscription-ended
     */
    @Schema(name = "WebhookDelivery")
    public record DeliveryView(
            UUID id,
            UUID eventId,
            String eventType,
            DeliveryRow.State state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Integer lastStatus,
            @Nullable String lastProblem,
            @Nullable Instant endedAt) {

        private static DeliveryView of(DeliveryRow row) {
            return new DeliveryView(
                    row.id,
                    row.eventId,
                    row.eventType,
                    row.state,
                    row.attempts,
                    row.createdAt,
                    row.dueAt,
                    row.lastStatus,
                    row.lastProblem,
                    row.endedAt);
        }
    }

    @POST
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "subscribeWebhook",
            summary = "Laat gebeurtenissen van deze service aan uw systeem vertellen",
            description =
                    "Uw adres stemt eerst zelf toe: het krijgt OPTIONS met WebHook-Request-Origin en antwoordt met"
                            + " WebHook-Allowed-Origin. Daarna krijgt het elke gebeurtenis als CloudEvent, met een handtekening.")
    @APIResponse(responseCode = "409", description = "Het adres stemde niet toe, of is al geabonneerd")
    public Uni<SubscriptionView> subscribeWebhook(WebhookRequest request) {
        return subscriptions
                .subscribe(MunicipalityCode.of(request.municipality()), request.endpoint(), request.types())
                .map(row -> SubscriptionView.of(row, signatures.secret(row.id)));
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "Uw abonnementen op gebeurtenissen, het nieuwste eerst")
    public Uni<Page<SubscriptionView>> listWebhooks(@BeanParam PageRequest page) {
        return subscriptions.list(page).map(found -> found.map(row -> SubscriptionView.of(row, null)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readWebhook", summary = "Eén abonnement")
    public Uni<SubscriptionView> readWebhook(@RestPath UUID id) {
        return subscriptions.read(id).map(row -> SubscriptionView.of(row, null));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endWebhook", summary = "Zeg een abonnement op")
    public Uni<Void> endWebhook(@RestPath UUID id) {
        return subscriptions.end(id);
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Hoe het ging met elke gebeurtenis, de nieuwste eerst",
            description =
                    "Wat niet aankomt, wordt bijna drie dagen lang opnieuw geprobeerd. Het overzicht gaat 30 dagen terug.")
    public Uni<Page<DeliveryView>> listWebhookDeliveries(
            @RestPath UUID id, @RestQuery @Nullable String state, @BeanParam PageRequest page) {
        return subscriptions
                .deliveries(id, QueryParameter.oneOf(DeliveryRow.State.class, "state", state), page)
                .map(found -> found.map(DeliveryView::of));
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/repeats")
    @ResponseStatus(ACCEPTED)
    @Operation(operationId = "repeatWebhookDelivery", summary = "Vertel een gebeurtenis opnieuw die was opgegeven")
    @APIResponse(responseCode = "409", description = "Het abonnement is opgezegd")
    public Uni<Void> repeatWebhookDelivery(@RestPath UUID id, @RestPath UUID delivery) {
        return subscriptions.again(id, delivery);
    }
}
