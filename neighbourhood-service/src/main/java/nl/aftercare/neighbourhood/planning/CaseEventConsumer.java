package nl.aftercare.neighbourhood.planning;

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

/** Opens a plan for every reported robbery. */
@ApplicationScoped
class CaseEventConsumer implements EventConsumer {
    private final Inbox inbox;
    private final OpenPlan openPlan;

    CaseEventConsumer(Inbox inbox, OpenPlan openPlan) {
        this.inbox = inbox;
        this.openPlan = openPlan;
    }

    @Incoming("cases")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.once(message, CaseEvent.TYPES, this::handle);
    }

    private Uni<?> handle(IncomingEvent<CaseEvent> event) {
        return switch (event.data()) {
            case RobberyReported reported -> openPlan.forRobbery(event.municipality(), reported);
            case RobberyChanged changed -> openPlan.redraw(changed);
            case AftercareDecided decided -> openPlan.decided(decided);
            // the track does not depend on the victims, nor on what is decided for them: only its window may start
            // there
            case VisitWillingnessRecorded _,
                    FirstVisitHeld _,
                    VictimContacted _,
                    SupportNeedAssessed _,
                    CaseEvaluated _,
                    CaseClosed _,
                    CaseReopened _ -> Uni.createFrom().voidItem();
            case RobberyMerged merged -> openPlan.merged(merged);
            case PersonalDataErased erased -> openPlan.forget(event.municipality(), erased);
        };
    }
}
