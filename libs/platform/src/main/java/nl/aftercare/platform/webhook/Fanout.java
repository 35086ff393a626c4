package nl.aftercare.platform.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, in the transaction of an event, which subscriptions are to be told of it. Costs nothing while nobody subscribed; another
 * replica hears of the very first subscription within two seconds.
 */
@ApplicationScoped
public class Fanout {
    private static final String ADD =
            "select add_webhook_deliveries(:event, cast(:type as text), cast(:municipality as text), cast(:body as text), :at)";

    private final Transactions transactions;
    private final ObjectMapper json;
    private final String source;
    private final Reorganisations reorganisations;
    private final Rounds rounds;
    private final AtomicInteger subscribed = new AtomicInteger();
    /** Until the database says otherwise. */
    private volatile boolean wanted = true;

    Fanout(
            Transactions transactions,
            ObjectMapper json,
            @ConfigProperty(name = "aftercare.event-source") String source,
            Reorganisations reorganisations,
            Rounds rounds) {
        this.reorganisations = reorganisations;
        this.transactions = transactions;
        this.json = json;
        this.source = source;
        this.rounds = rounds;
    }

    /**
     * An event as it goes out.
     *
     * @param data as JSON
     */
    public record Told(
            UUID id,
            String type,
            UUID subject,
            String municipality,
            @Nullable String traceparent,
            Instant time,
            String data) {}

    /** In the current transaction. */
    public Uni<Void> add(List<Told> events) {
        return wanted
                ? Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(this::add)
                        .onItem()
                        .ignoreAsUni()
                : Uni.createFrom().voidItem();
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        int before = subscribed.get();
        return rounds.once("asking whether anybody subscribed", () -> transactions
                .in(new Tenancy(Set.of()), () -> transactions
                        .session()
                        .createNativeQuery("select webhooks_wanted()", Boolean.class)
                        .getSingleResult())
                .invoke(answer -> {
                    // an answer from before somebody subscribed is none
                    if (subscribed.get() == before) {
                        wanted = answer;
                    }
                }));
    }

    /** This replica knows at once. */
    void somebodySubscribed() {
        subscribed.incrementAndGet();
        wanted = true;
    }

    /** Also to who subscribed under another code of what the municipality is today. */
    private Uni<Void> add(Told event) {
        return Multi.createFrom()
                .iterable(reorganisations.family(new Municipality(event.municipality())))
                .onItem()
                .transformToUniAndConcatenate(municipality -> add(event, municipality))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> add(Told event, Municipality municipality) {
        return transactions
                .session()
                .createNativeQuery(ADD, Integer.class)
                .setParameter("event", event.id())
                .setParameter("type", event.type())
                .setParameter("body", structured(event))
                .setParameter("at", event.time())
                .setParameter("municipality", municipality.code())
                .getSingleResult();
    }

    /** CloudEvents 1.0 in structured mode (NL GOV profile 1.1). */
    private String structured(Told event) {
        try {
            var body = json.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", event.id().toString())
                    .put("source", source)
                    .put("type", event.type())
                    .put("subject", event.subject().toString())
                    .put("time", DateTimeFormatter.ISO_INSTANT.format(event.time()))
                    .put("municipality", event.municipality())
                    .put("datacontenttype", "application/json");
            if (event.traceparent() != null) {
                body.put("traceparent", event.traceparent());
            }
            body.set("data", json.readTree(event.data()));
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
