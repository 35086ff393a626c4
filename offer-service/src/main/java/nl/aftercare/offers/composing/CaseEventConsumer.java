package nl.aftercare.offers.composing;

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

/** Composes an offer for every victim of a reported robbery, and anew when a fact changes. */
@ApplicationScoped
class CaseEventConsumer implements EventConsumer {
    private final Inbox inbox;
    private final ComposeOffer composeOffer;
    private final ForgetVictim forgetVictim;

    CaseEventConsumer(Inbox inbox, ComposeOffer composeOffer, ForgetVictim forgetVictim) {
        this.forgetVictim = forgetVictim;
        this.inbox = inbox;
        this.composeOffer = composeOffer;
    }

    @Incoming("cases")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.once(message, CaseEvent.TYPES, this::handle);
    }

    private Uni<?> handle(IncomingEvent<CaseEvent> event) {
        return switch (event.data()) {
            case RobberyReported reported -> composeOffer.forEachVictim(event.municipality(), reported);
            case RobberyChanged changed -> composeOffer.forChanged(event.municipality(), changed);
            case AftercareDecided decided -> composeOffer.anew(decided);
            case VisitWillingnessRecorded recorded -> composeOffer.anew(recorded);
            case FirstVisitHeld held -> composeOffer.anew(held);
            case RobberyMerged merged -> composeOffer.forMerged(merged);
            // no fact of the tables
            case CaseEvaluated _, CaseClosed _, CaseReopened _ ->
                Uni.createFrom().voidItem();
            case VictimContacted contacted -> composeOffer.anew(contacted);
            case SupportNeedAssessed assessed -> composeOffer.anew(assessed);
            case PersonalDataErased erased -> forgetVictim.forget(event.municipality(), erased);
        };
    }
}
