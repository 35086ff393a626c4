package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowAtRisk;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowBreached;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowNears;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingAnswered;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCalledOff;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCancelled;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingDateAsked;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingHeld;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingInvited;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourTextApproved;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodActionRecorded;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodDataErased;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodPlanOpened;
import nl.aftercare.platform.inbox.EventConsumer;
import nl.aftercare.platform.inbox.Inbox;
import nl.aftercare.platform.inbox.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Promises partners a message about every meeting, and coordinators one when the window closes. */
@ApplicationScoped
class NeighbourhoodEventConsumer implements EventConsumer {
    private final Inbox inbox;
    private final PromiseMessage promiseMessage;

    NeighbourhoodEventConsumer(Inbox inbox, PromiseMessage promiseMessage) {
        this.inbox = inbox;
        this.promiseMessage = promiseMessage;
    }

    @Incoming("neighbourhood")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.once(message, NeighbourhoodEvent.TYPES, this::handle);
    }

    private Uni<?> handle(IncomingEvent<NeighbourhoodEvent> event) {
        return switch (event.data()) {
            case MeetingArranged arranged -> promiseMessage.overtakeWarnings(arranged);
            case MeetingDateAsked asked -> promiseMessage.toPartner(event.municipality(), asked);
            case MeetingAnswered answered -> promiseMessage.toCoordinator(event.municipality(), answered);
            case MeetingInvited invited -> promiseMessage.toPartner(event.municipality(), invited);
            case MeetingCalledOff calledOff -> promiseMessage.toPartner(event.municipality(), calledOff);
            case ArrangementWindowNears nears -> promiseMessage.toCoordinator(event.municipality(), nears);
            case ArrangementWindowAtRisk risk -> promiseMessage.toCoordinator(event.municipality(), risk);
            case ArrangementWindowBreached breached -> promiseMessage.escalate(event.municipality(), breached);
            case NeighbourTextApproved approved -> promiseMessage.toNeighbours(event.municipality(), approved);
            case MeetingHeld held -> promiseMessage.toPartners(event.municipality(), held);
            case NeighbourhoodPlanOpened _,
                    MeetingCancelled _,
                    NeighbourhoodActionRecorded _,
                    NeighbourhoodDataErased _ -> Uni.createFrom().voidItem();
        };
    }
}
