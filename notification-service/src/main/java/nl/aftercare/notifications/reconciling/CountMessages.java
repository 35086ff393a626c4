package nl.aftercare.notifications.reconciling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.persistence.Reconciliation;
import nl.aftercare.platform.problem.SafeTrace;
import org.jboss.logging.Logger;

/** Counts messages for who operates the suite: {@code aftercare.messages} by state, of all municipalities together. */
@ApplicationScoped
class CountMessages {
    private static final Logger LOG = Logger.getLogger(CountMessages.class);
    private final Reconciliation reconciliation;
    private final Map<MessageState, AtomicLong> counts = new EnumMap<>(MessageState.class);

    CountMessages(Reconciliation reconciliation, MeterRegistry meters) {
        this.reconciliation = reconciliation;
        for (var state : MessageState.values()) {
            var name = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
            counts.put(state, meters.gauge("aftercare.messages", Tags.of("state", name), new AtomicLong()));
        }
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return reconciliation
                .ofAll()
                .invoke(found -> counts.forEach((state, count) -> count.set(found.getOrDefault(state, 0L))))
                .onFailure()
                .invoke(failure -> LOG.warnf("counting messages paused: %s", SafeTrace.of(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
