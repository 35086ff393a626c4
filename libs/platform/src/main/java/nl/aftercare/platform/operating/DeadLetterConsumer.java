package nl.aftercare.platform.operating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.aftercare.platform.inbox.InHand;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.transaction.Outage;
import nl.aftercare.platform.transaction.OwnContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Brings the dead letters of this service to where an operator finds them. There is no other end for them: it tries until it can. */
@ApplicationScoped
class DeadLetterConsumer {
    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);
    private final DeadLetters letters;
    private final InHand inHand;

    DeadLetterConsumer(DeadLetters letters, InHand inHand) {
        this.letters = letters;
        this.inHand = inHand;
    }

    @Incoming("dead-letters")
    Uni<Void> on(ConsumerRecord<String, byte[]> dead) {
        var hand = inHand.begin();
        return Uni.createFrom()
                .deferred(() -> letters.keep(dead))
                .runSubscriptionOn(OwnContext.here())
                .onFailure()
                .invoke(failure -> LOG.errorf("a dead letter is not kept yet: %s", SafeTrace.of(failure)))
                .onFailure(Outage::isOutage)
                .invoke(hand::waitsForDatabase)
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .onTermination()
                .invoke(() -> inHand.end(hand));
    }
}
