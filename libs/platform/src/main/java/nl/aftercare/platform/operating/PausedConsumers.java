package nl.aftercare.platform.operating;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aftercare.platform.inbox.Consumers;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Keeps the consumers of every replica as the database says: channels start paused, and run once it said that they may. So a pause
 * outlives a restart, and a replica that does not know does not consume.
 */
@ApplicationScoped
class PausedConsumers {
    private static final Logger LOG = Logger.getLogger(PausedConsumers.class);
    private static final Tenancy NONE = new Tenancy(Set.of());
    private final Transactions transactions;
    private final Consumers consumers;
    private final ChannelRegistry channels;
    private final Logbook logbook;
    private final Time time;
    private final Rounds rounds;

    PausedConsumers(
            Transactions transactions,
            Consumers consumers,
            ChannelRegistry channels,
            Logbook logbook,
            Time time,
            Rounds rounds) {
        this.transactions = transactions;
        this.consumers = consumers;
        this.channels = channels;
        this.logbook = logbook;
        this.time = time;
        this.rounds = rounds;
    }

    /** Who paused a consumer, when and why. */
    record Pause(String consumer, String because, String by, Instant at) {}

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> apply() {
        return rounds.once("looking which consumers are paused", () -> all().invoke(paused -> consumers
                .all()
                .forEach(consumer -> apply(consumer.channel(), paused.containsKey(consumer.channel())))));
    }

    /** By the name of the consumer. */
    Uni<Map<String, Pause>> all() {
        return transactions.in(NONE, () -> transactions
                .session()
                .createNativeQuery(
                        "select consumer, because, paused_by, paused_at from paused_consumer", Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Pause(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                ((OffsetDateTime) row[3]).toInstant()))
                        .collect(Collectors.toMap(Pause::consumer, Function.identity()))));
    }

    /** Within some seconds no replica begins on another event; what it had begun on ends. */
    Uni<Void> pause(String consumer, String by, String because) {
        check(consumer);
        return transactions.in(NONE, () -> transactions
                .session()
                .createNativeQuery("insert into paused_consumer values (:consumer, :because, :by, :at)"
                        + " on conflict (consumer) do update set because = excluded.because")
                .setParameter("consumer", consumer)
                .setParameter("because", because)
                .setParameter("by", by)
                .setParameter("at", time.now())
                .executeUpdate()
                .chain(() -> logbook.recordOperation("pause-consumer", consumer)));
    }

    Uni<Void> resume(String consumer) {
        check(consumer);
        return transactions.in(NONE, () -> transactions
                .session()
                .createNativeQuery("delete from paused_consumer where consumer = :consumer")
                .setParameter("consumer", consumer)
                .executeUpdate()
                .chain(() -> logbook.recordOperation("resume-consumer", consumer)));
    }

    private void check(String consumer) {
        if (!consumers.has(consumer)) {
            throw ProblemException.notFound();
        }
    }

    private void apply(String consumer, boolean paused) {
        var channel = channels.getPausable(consumer);
        // none yet while the service starts
        if (channel != null && paused != channel.isPaused()) {
            LOG.infof("consumer %s %s", consumer, paused ? "paused" : "runs");
            if (paused) {
                channel.pause();
            } else {
                channel.resume();
            }
        }
    }
}
