package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.contracts.offers.SchemeEvent;
import nl.aftercare.contracts.offers.SchemeEvent.SchemeEnds;
import nl.aftercare.platform.inbox.EventConsumer;
import nl.aftercare.platform.inbox.Inbox;
import nl.aftercare.platform.inbox.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Promises the coordinator a message about every scheme that ends. */
@ApplicationScoped
class SchemeEventConsumer implements EventConsumer {
    private final Inbox inbox;
    private final PromiseMessage promiseMessage;

    SchemeEventConsumer(Inbox inbox, PromiseMessage promiseMessage) {
        this.inbox = inbox;
        this.promiseMessage = promiseMessage;
    }

    @Incoming("schemes")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.once(message, SchemeEvent.TYPES, this::handle);
    }

    private Uni<Void> handle(IncomingEvent<SchemeEvent> event) {
        return switch (event.data()) {
            case SchemeEnds ends -> promiseMessage.toCoordinator(event.municipality(), ends);
        };
    }
}
