package nl.aftercare.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.aftercare.contracts.WireEvent;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.offers.OfferEvent;
import nl.aftercare.platform.inbox.EventConsumer;
import nl.aftercare.platform.inbox.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps every event of every service as a step of the journey of its robbery. */
@ApplicationScoped
class StepConsumer implements EventConsumer {
    private final Inbox inbox;
    private final KeepStep keepStep;

    StepConsumer(Inbox inbox, KeepStep keepStep) {
        this.inbox = inbox;
        this.keepStep = keepStep;
    }

    @Incoming("cases")
    Uni<Void> onCases(ConsumerRecord<String, byte[]> message) {
        return keep(message, CaseEvent.TYPES);
    }

    @Incoming("offers")
    Uni<Void> onOffers(ConsumerRecord<String, byte[]> message) {
        return keep(message, OfferEvent.TYPES);
    }

    @Incoming("neighbourhood")
    Uni<Void> onNeighbourhood(ConsumerRecord<String, byte[]> message) {
        return keep(message, NeighbourhoodEvent.TYPES);
    }

    @Incoming("notifications")
    Uni<Void> onNotifications(ConsumerRecord<String, byte[]> message) {
        return keep(message, NotificationEvent.TYPES);
    }

    private <E extends WireEvent> Uni<Void> keep(
            ConsumerRecord<String, byte[]> message, Map<String, Class<? extends E>> types) {
        return inbox.once(message, types, keepStep::keep);
    }
}
