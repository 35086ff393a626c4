package nl.aftercare.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends outbox rows to Kafka as CloudEvents 1.0 in binary mode (NL GOV profile 1.1). */
@ApplicationScoped
class EventPublisher {
    private final KafkaProducer<String, byte[]> producer;
    private final String source;
    private final Vertx vertx;
    // send() blocks while the broker is away, so it never runs on an event loop
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("outbox-sender").daemon().factory());

    EventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "aftercare.event-source") String source,
            Vertx vertx) {
        this.producer = new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer());
        this.source = source;
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        sender.shutdown();
        producer.close(Duration.ofSeconds(5));
    }

    /** Sends in the order given and completes, on the calling context, when the broker has them all. */
    Uni<Void> publish(List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var context = vertx.getDelegate().getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> send(rows), sender)
                        .thenCompose(sends -> CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))))
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private List<CompletableFuture<Void>> send(List<Row> rows) {
        var sends = new ArrayList<CompletableFuture<Void>>();
        for (var row : rows) {
            sends.add(send(row));
            // without metadata a send fails at once; a later one that got through would overtake it
            if (sends.getLast().isCompletedExceptionally()) {
                break;
            }
        }
        return sends;
    }

    private CompletableFuture<Void> send(Row row) {
        var acknowledged = new CompletableFuture<Void>();
        producer.send(record(row), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        var value = row.getString("data").getBytes(StandardCharsets.UTF_8);
        var result =
                new ProducerRecord<>(row.getString("topic"), row.getUUID("key").toString(), value);
        var headers = result.headers();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", row.getUUID("id").toString());
        put(headers, "ce_source", source);
        put(headers, "ce_type", row.getString("type"));
        put(headers, "ce_subject", row.getUUID("subject").toString());
        put(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(row.getOffsetDateTime("recorded_at")));
        put(headers, "ce_municipality", row.getString("municipality"));
        put(headers, "ce_traceparent", row.getString("traceparent"));
        put(headers, "traceparent", row.getString("traceparent"));
        return result;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> settings(Map<String, Object> broker) {
        var settings = new HashMap<String, Object>();
        broker.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // a record that expired while a later one got through would break the order of its key
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(5));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TimeUnit.SECONDS.toMillis(10));
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }
}
