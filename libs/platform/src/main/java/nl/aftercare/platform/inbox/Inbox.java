package nl.aftercare.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Outage;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Consumers wrap their work in {@link #once}: the id of the event and its effect commit together, the offset after that.
 *
 * <p>Refused by the domain, of unknown type, or seen before: acknowledged and counted. Unreadable: to the dead-letter topic
 * of the service. A database that is away is waited for, without end; any other failure is tried some times and then goes to
 * the dead-letter topic.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);
    private static final int TRIES = 5;
    private static final String COUNTER = "aftercare.inbox.events";
    private static final String OUTCOME = "outcome";
    private static final List<String> OUTCOMES =
            List.of("handled", "repeated", "refused", "unknown-type", "unreadable", "failed");
    private final Transactions transactions;
    private final EventReader reader;
    private final Reorganisations reorganisations;
    private final InHand inHand;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    Inbox(
            Transactions transactions,
            EventReader reader,
            Reorganisations reorganisations,
            InHand inHand,
            MeterRegistry meters) {
        this.inHand = inHand;
        this.transactions = transactions;
        this.reader = reader;
        this.reorganisations = reorganisations;
        this.meters = meters;
        // a metric that is not there yet cannot be watched
        OUTCOMES.forEach(outcome -> meters.counter(COUNTER, OUTCOME, outcome));
    }

    /** What fails while the service stops is neither handled nor dead: it is delivered again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * @param types the event types that the consumer knows; others are passed over
     * @param work what the event brings about, in the transaction that also marks it as seen
     */
    public <E> Uni<Void> once(
            ConsumerRecord<String, byte[]> record,
            Map<String, Class<? extends E>> types,
            Function<IncomingEvent<E>, Uni<?>> work) {
        return Uni.createFrom()
                .item(() -> reader.<E>read(record, types))
                .flatMap(read -> read.map(event -> handle(event, work)).orElseGet(() -> count("unknown-type")))
                .onFailure(UnreadableRecordException.class)
                .call(() -> count("unreadable"));
    }

    private <E> Uni<Void> handle(IncomingEvent<E> event, Function<IncomingEvent<E>, Uni<?>> work) {
        var hand = inHand.begin();
        return Uni.createFrom()
                .deferred(() -> transactions.in(tenancyOf(event), () -> firstTime(event, work)))
                // a retry comes from a timer thread
                .runSubscriptionOn(OwnContext.here())
                .onFailure(failure -> !(failure instanceof RefusedException))
                .invoke(failure -> LOG.warnf("event %s not handled yet: %s", event.id(), SafeTrace.of(failure)))
                .onFailure(Outage::isOutage)
                .invoke(hand::waitsForDatabase)
                .onFailure(Outage::isOutage)
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .onFailure(failure -> !(failure instanceof RefusedException))
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .atMost(TRIES)
                .onFailure(RefusedException.class)
                .recoverWithUni(this::refused)
                .onFailure()
                .recoverWithUni(failure -> stopping ? Uni.createFrom().nothing() : dead(event, failure))
                .onTermination()
                .invoke(() -> inHand.end(hand));
    }

    /** What a municipality that merged settled, holds for those that merged into it. */
    private Tenancy tenancyOf(IncomingEvent<?> event) {
        return new Tenancy(reorganisations.family(event.municipality()));
    }

    private <E> Uni<Void> firstTime(IncomingEvent<E> event, Function<IncomingEvent<E>, Uni<?>> work) {
        return transactions
                .session()
                .createNativeQuery("insert into inbox (source, event_id) values (:source, :id) on conflict do nothing")
                .setParameter("source", event.source())
                .setParameter("id", event.id())
                .executeUpdate()
                .flatMap(inserted ->
                        inserted == 1 ? work.apply(event).chain(() -> count("handled")) : count("repeated"));
    }

    private Uni<Void> refused(RefusedException refused) {
        LOG.infof("event refused: %s", refused.refusal().code());
        return count("refused");
    }

    private Uni<Void> dead(IncomingEvent<?> event, Throwable failure) {
        LOG.errorf("event %s given up: %s", event.id(), failure.getClass().getName());
        return count("failed")
                .onItem()
                .failWith(() -> new HandlingFailedException(event.id().toString(), failure));
    }

    private Uni<Void> count(String outcome) {
        meters.counter(COUNTER, OUTCOME, outcome).increment();
        return Uni.createFrom().voidItem();
    }
}
