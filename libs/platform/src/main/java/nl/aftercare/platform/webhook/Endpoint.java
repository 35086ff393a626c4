package nl.aftercare.platform.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Talks to the systems that subscribed. Follows no redirection: what was agreed with one address is told to no other. */
@ApplicationScoped
class Endpoint {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LARGEST_HEADERS = 16 * 1024;
    private final WebClient http;
    private final Signatures signatures;
    private final String origin;

    Endpoint(Vertx vertx, Signatures signatures, @ConfigProperty(name = "aftercare.webhooks.origin") String origin) {
        this.signatures = signatures;
        this.origin = origin;
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout((int) PATIENCE_MILLIS)
                        .setMaxHeaderSize(LARGEST_HEADERS)
                        // an address may have a token in it, which is nothing for a trace
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setUserAgent("aftercare"));
    }

    void stop(@Observes ShutdownEvent event) {
        http.close();
    }

    /** Asks whether this address wants to be told anything (CloudEvents, HTTP 1.1 Web Hooks, section 4). */
    Uni<Boolean> allows(String endpoint) {
        return http.requestAbs(HttpMethod.OPTIONS, endpoint)
                .timeout(PATIENCE_MILLIS)
                .putHeader("WebHook-Request-Origin", origin)
                .as(BodyCodec.none())
                .send()
                // a drop now and then would go on for ever
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .map(answer -> answer.statusCode() / 100 == 2
                        && Optional.ofNullable(answer.getHeader("WebHook-Allowed-Origin"))
                                .filter(allowed -> allowed.equals("*") || allowed.equalsIgnoreCase(origin))
                                .isPresent())
                .onFailure()
                .recoverWithItem(false);
    }

    /** Tells one event, in structured mode. */
    Uni<HttpResponse<Void>> tell(String endpoint, UUID subscription, UUID event, String body) {
        long timestamp = Instant.now().getEpochSecond();
        return http.postAbs(endpoint)
                .timeout(PATIENCE_MILLIS)
                .putHeader("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .putHeader("webhook-id", event.toString())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signatures.of(subscription, event, timestamp, body))
                .as(BodyCodec.none())
                .sendBuffer(Buffer.buffer(body))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }
}
