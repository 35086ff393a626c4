package nl.aftercare.notifications.sending;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.notifications.persistence.DeliveryQueue;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.transaction.OwnContext;

/** Looks for messages that are due and sends them, a few at a time and what is urgent first, until there are none. */
@ApplicationScoped
class SendDueMessages {
    private static final int AT_A_TIME = 4;
    private final DeliveryQueue queue;
    private final Rounds rounds;
    private final SendMessage sendMessage;

    SendDueMessages(DeliveryQueue queue, SendMessage sendMessage, Rounds rounds) {
        this.queue = queue;
        this.sendMessage = sendMessage;
        this.rounds = rounds;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createFrom()
                .range(0, AT_A_TIME)
                .onItem()
                .transformToUni(worker -> OwnContext.of(this::sendAll))
                .merge(AT_A_TIME)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> sendAll() {
        return rounds.whileFound("sending", () -> queue.claim(SendMessage.LEASE).call(this::send));
    }

    private Uni<Void> send(List<Claim> claims) {
        return claims.isEmpty() ? Uni.createFrom().voidItem() : sendMessage.send(claims.getFirst());
    }
}
