package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.CaseClosed;
import nl.aftercare.contracts.cases.CaseEvent.CaseEvaluated;
import nl.aftercare.contracts.cases.CaseEvent.CaseReopened;
import nl.aftercare.contracts.cases.CaseEvent.FirstVisitHeld;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyMerged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.SupportNeedAssessed;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
import nl.aftercare.contracts.cases.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.platform.inbox.EventConsumer;
import nl.aftercare.platform.inbox.Inbox;
import nl.aftercare.platform.inbox.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Promises the coordinator a message about every reported robbery. */
@ApplicationScoped
class CaseEventConsumer implements EventConsumer {
    private final Inbox inbox;
    private final PromiseMessage promiseMessage;

    CaseEventConsumer(Inbox inbox, PromiseMessage promiseMessage) {
        this.inbox = inbox;
        this.promiseMessage = promiseMessage;
    }

    @Incoming("cases")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.once(message, CaseEvent.TYPES, this::handle);
    }

    private Uni<?> handle(IncomingEvent<CaseEvent> event) {
        return switch (event.data()) {
            case RobberyReported reported -> promiseMessage.toCoordinator(event.municipality(), reported);
            case AftercareDecided decided -> promiseMessage.toVictim(event.municipality(), decided);
            case FirstVisitHeld held -> promiseMessage.toVictim(event.municipality(), held);
            case CaseClosed closed -> promiseMessage.toVictim(event.municipality(), closed);
            case VisitWillingnessRecorded recorded -> promiseMessage.stop(recorded);
            // the coordinator sees it in the worklist
            case RobberyChanged _,
                    VictimContacted _,
                    SupportNeedAssessed _,
                    CaseEvaluated _,
                    CaseReopened _,
                    RobberyMerged _ -> Uni.createFrom().voidItem();
            case PersonalDataErased erased -> promiseMessage.forget(event.municipality(), erased);
        };
    }
}
