package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.time.Time;

/** Which event promises which message to whom. */
@ApplicationScoped
class PromiseMessage {
    private final Messages messages;
    private final Time time;

    PromiseMessage(Messages messages, Time time) {
        this.messages = messages;
        this.time = time;
    }

    /** The coordinator hears of a new robbery at once. */
    Uni<Void> toCoordinator(Municipality municipality, RobberyReported reported) {
        var details = Map.of(
                "kind", reported.kind().name(),
                "occurredOn", reported.occurredOn().toString(),
                "victims", Integer.toString(reported.caseIds().size()),
                "severity", reported.severity().name());
        return promise(municipality, reported.robberyId(), Template.NEW_CASE, reported.robberyId(), details);
    }

    /** The partner gets in writing what was agreed. */
    Uni<Void> toPartner(Municipality municipality, MeetingArranged arranged) {
        var details = Map.of(
                "agreedOn", arranged.agreedOn().toString(),
                "startsAt", arranged.startsAt().toString(),
                "revision", Integer.toString(arranged.revision()));
        return promise(municipality, arranged.robberyId(), Template.MEETING_ARRANGED, arranged.partnerId(), details);
    }

    private Uni<Void> promise(
            Municipality municipality,
            UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details) {
        var now = time.now();
        return messages.add(Message.promised(
                new Promise(Ids.next(now), municipality, robberyId, template, recipientId, details, now)));
    }
}
