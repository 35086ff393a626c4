package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowBreached;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowNears;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.contracts.offers.SchemeEvent.SchemeEnds;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.NewArrangement;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.time.Time;
import org.jspecify.annotations.Nullable;

/** Which event promises which message to whom. */
@ApplicationScoped
class PromiseMessage {
    private static final UUID NOBODY_IN_PARTICULAR = new UUID(0, 0);
    private final Messages messages;
    private final Logbook logbook;
    private final Time time;

    PromiseMessage(Messages messages, Logbook logbook, Time time) {
        this.logbook = logbook;
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

    /** The partner gets in writing what was agreed; a former partner hears that the meeting is with another now. */
    Uni<Void> toPartner(Municipality municipality, MeetingArranged arranged) {
        return messages.aboutTheMeeting(arranged.robberyId())
                .map(earlier -> NewArrangement.with(arranged.partnerId(), earlier))
                .flatMap(change -> oneByOne(change.superseded(), messages::saveSuperseded)
                        .chain(() -> oneByOne(
                                change.formerPartners(),
                                former -> withdraw(municipality, arranged.robberyId(), former))))
                .chain(() -> confirm(municipality, arranged));
    }

    Uni<Void> forget(Municipality municipality, PersonalDataErased erased) {
        return messages.forget(municipality, erased.robberyId(), erased.caseId(), time.today());
    }

    /** The coordinator hears in time that a scheme ends. */
    Uni<Void> toCoordinator(Municipality municipality, SchemeEnds ends) {
        var details = Map.of("label", ends.label(), "endsOn", ends.endsOn().toString());
        return promise(municipality, null, Template.SCHEME_ENDS, NOBODY_IN_PARTICULAR, details);
    }

    /** The coordinator hears while there is still time to call. */
    Uni<Void> toCoordinator(Municipality municipality, ArrangementWindowNears nears) {
        var details =
                Map.of("mark", nears.mark().name(), "markOn", nears.markOn().toString());
        return promise(municipality, nears.robberyId(), Template.WINDOW_NEARS, nears.robberyId(), details);
    }

    Uni<Void> toCoordinator(Municipality municipality, ArrangementWindowBreached breached) {
        var details = Map.of("limitOn", breached.limitOn().toString());
        return promise(municipality, breached.robberyId(), Template.WINDOW_BREACHED, breached.robberyId(), details);
    }

    private Uni<Void> withdraw(Municipality municipality, UUID robberyId, UUID formerPartnerId) {
        return promise(municipality, robberyId, Template.MEETING_WITHDRAWN, formerPartnerId, Map.of());
    }

    private Uni<Void> confirm(Municipality municipality, MeetingArranged arranged) {
        var details = Map.of(
                "agreedOn", arranged.agreedOn().toString(),
                "startsAt", arranged.startsAt().toString(),
                "revision", Integer.toString(arranged.revision()));
        return promise(municipality, arranged.robberyId(), Template.MEETING_ARRANGED, arranged.partnerId(), details);
    }

    private Uni<Void> promise(
            Municipality municipality,
            @Nullable UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details) {
        var now = time.now();
        var promise = new Promise(Ids.next(now), municipality, robberyId, template, recipientId, details, now);
        return messages.add(Message.promised(promise))
                .chain(() -> logbook.recordOwnWork(
                        municipality, "promise-message", promise.messageId(), List.of(Recipients.of(promise))));
    }

    private static <T> Uni<Void> oneByOne(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }
}
