package nl.aftercare.notifications.sending;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.persistence.DeliveryQueue;
import nl.aftercare.platform.rounds.Rounds;
import org.jboss.logging.Logger;

/** Looks whether a message waits that nothing will send; there should be none, and if there is, it is sent and somebody reads of it. */
@ApplicationScoped
class FindForgotten {
    private static final Logger LOG = Logger.getLogger(FindForgotten.class);
    private final DeliveryQueue queue;
    private final Rounds rounds;

    FindForgotten(DeliveryQueue queue, Rounds rounds) {
        this.queue = queue;
        this.rounds = rounds;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.once(
                "looking for forgotten messages", () -> queue.findForgotten().invoke(found -> {
                    if (found > 0) {
                        LOG.errorf("%d messages waited in no queue; they are due again", found);
                    }
                }));
    }
}
