package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.CaseClosed;
import nl.aftercare.contracts.cases.CaseEvent.DecisionResult;
import nl.aftercare.contracts.cases.CaseEvent.Fact;
import nl.aftercare.contracts.cases.CaseEvent.FirstVisitHeld;
import nl.aftercare.contracts.cases.CaseEvent.Outcome;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowAtRisk;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowBreached;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowNears;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingAnswered;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCalledOff;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingDateAsked;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingInvited;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourTextApproved;
import nl.aftercare.contracts.offers.SchemeEvent.SchemeEnds;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.StoredSendingSettings;
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
    private final StoredSendingSettings settings;
    private final Logbook logbook;
    private final Time time;

    PromiseMessage(Messages messages, StoredSendingSettings settings, Logbook logbook, Time time) {
        this.settings = settings;
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

    /** That nothing is agreed is no longer so. */
    Uni<Void> overtakeWarnings(MeetingArranged arranged) {
        return messages.openAbout(arranged.robberyId(), Template.WARNINGS)
                .flatMap(open -> oneByOne(open, this::supersede));
    }

    private Uni<Void> supersede(UUID messageId) {
        return messages.change(messageId, message -> message.supersede(time.now()))
                .replaceWithVoid();
    }

    /** Without a visit a letter tells where to find help. */
    Uni<Void> toVictim(Municipality municipality, AftercareDecided decided) {
        return decided.result() == DecisionResult.GRANTED_WITHOUT_VISIT
                ? toVictim(municipality, decided.robberyId(), decided.caseId(), Template.VICTIM_HELP)
                : Uni.createFrom().voidItem();
    }

    /** After the visit a letter says again where to find help. */
    Uni<Void> toVictim(Municipality municipality, FirstVisitHeld held) {
        return toVictim(municipality, held.robberyId(), held.caseId(), Template.VICTIM_HELP);
    }

    /** What was to be told while the case was open comes too late; who was helped hears goodbye. */
    Uni<Void> toVictim(Municipality municipality, CaseClosed closed) {
        return stop(closed.caseId(), "closed")
                .chain(() -> closed.outcome() == Outcome.COMPLETED
                        ? toVictim(municipality, closed.robberyId(), closed.caseId(), Template.VICTIM_GOODBYE)
                        : Uni.createFrom().voidItem());
    }

    /** The victim wants nothing more from the municipality: what waits is stopped at once, not only when it would be sent. */
    Uni<Void> stop(VisitWillingnessRecorded recorded) {
        return recorded.willing() == Fact.NO
                ? stop(recorded.caseId(), "declined")
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> stop(UUID caseId, String code) {
        return messages.openToVictim(caseId)
                .flatMap(open -> oneByOne(open, id -> messages.change(id, message -> message.withhold(time.now(), code))
                        .replaceWithVoid()));
    }

    /** Once for each case, unless it was stopped: who is visited after all gets no second letter. */
    private Uni<Void> toVictim(Municipality municipality, UUID robberyId, UUID caseId, Template template) {
        return messages.wasPromised(template, caseId)
                .flatMap(was -> was
                        ? Uni.createFrom().voidItem()
                        : promise(municipality, robberyId, template, caseId, Map.of()));
    }

    /** The partner is asked which dates suit; what is asked, and the link to answer, is looked up when it is sent. */
    Uni<Void> toPartner(Municipality municipality, MeetingDateAsked asked) {
        var details = Map.of(
                "meetingId", asked.meetingId().toString(),
                "round", Integer.toString(asked.round()));
        return promise(municipality, asked.robberyId(), Template.MEETING_ASKED, asked.partnerId(), details);
    }

    /** The coordinator hears at once what a partner answered: the window does not wait. */
    Uni<Void> toCoordinator(Municipality municipality, MeetingAnswered answered) {
        var details = Map.of("answer", answered.answer().name());
        return promise(municipality, answered.robberyId(), Template.MEETING_ANSWERED, answered.robberyId(), details);
    }

    /** The partner gets in writing what was agreed, and in its calendar. */
    Uni<Void> toPartner(Municipality municipality, MeetingInvited invited) {
        var entry = new CalendarEntry(invited.meetingId(), invited.sequence(), invited.startsAt(), invited.endsAt());
        return promised(
                        municipality,
                        invited.robberyId(),
                        Template.MEETING_ARRANGED,
                        invited.partnerId(),
                        entry.details())
                .flatMap(promise -> inOrder(entry, promise));
    }

    /** The partner hears that it need not come, and its calendar too. */
    Uni<Void> toPartner(Municipality municipality, MeetingCalledOff calledOff) {
        var entry = new CalendarEntry(
                calledOff.meetingId(), calledOff.sequence(), calledOff.startsAt(), calledOff.endsAt());
        return promised(
                        municipality,
                        calledOff.robberyId(),
                        Template.MEETING_WITHDRAWN,
                        calledOff.partnerId(),
                        entry.details())
                .flatMap(promise -> inOrder(entry, promise));
    }

    /** No partner gets an older text after a newer one. */
    private Uni<Void> inOrder(CalendarEntry entry, Promise promise) {
        return messages.inLane(entry.lane(promise.recipientId())).flatMap(earlier -> {
            var message = Message.promised(promise);
            return oneByOne(
                            entry.overtakes(earlier),
                            overtaken -> supersede(overtaken.promise().messageId()))
                    .chain(() -> add(
                            entry.isOvertaken(earlier)
                                    ? message.supersede(time.now()).orRefuse().state()
                                    : message));
        });
    }

    Uni<Void> forget(Municipality municipality, PersonalDataErased erased) {
        return stop(erased.caseId(), "erased")
                .chain(() -> messages.forget(municipality, erased.robberyId(), erased.caseId(), time.today()));
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

    /** A letter to post; what it says is looked up when it is printed, since it goes only as it was approved. */
    Uni<Void> toNeighbours(Municipality municipality, NeighbourTextApproved approved) {
        var template =
                switch (approved.text()) {
                    case NOTICE -> Template.NEIGHBOUR_NOTICE;
                    case INVITATION -> Template.NEIGHBOUR_INVITATION;
                };
        var details = Map.of("addresses", Integer.toString(approved.addresses()));
        return promise(municipality, approved.robberyId(), template, approved.planId(), details);
    }

    /** The coordinator hears days before that it will be too late. */
    Uni<Void> toCoordinator(Municipality municipality, ArrangementWindowAtRisk risk) {
        var details = Map.of(
                "limitOn", risk.limitOn().toString(),
                "expectedOn", risk.expectedOn().toString(),
                "reason", risk.reason().name());
        return promise(municipality, risk.robberyId(), Template.WINDOW_AT_RISK, risk.robberyId(), details);
    }

    /** The coordinator and the manager hear that it is too late. */
    Uni<Void> escalate(Municipality municipality, ArrangementWindowBreached breached) {
        var details = Map.of("limitOn", breached.limitOn().toString());
        return oneByOne(
                List.of(Template.WINDOW_BREACHED, Template.WINDOW_BREACHED_ESCALATED),
                template -> promise(municipality, breached.robberyId(), template, breached.robberyId(), details));
    }

    private Uni<Void> promise(
            Municipality municipality,
            @Nullable UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details) {
        return promised(municipality, robberyId, template, recipientId, details)
                .flatMap(promise -> add(Message.promised(promise)));
    }

    /** As the municipality sends it at this moment. */
    private Uni<Promise> promised(
            Municipality municipality,
            @Nullable UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details) {
        var now = time.now();
        return settings.read(municipality)
                .map(stored -> new Promise(
                        Ids.next(now),
                        municipality,
                        robberyId,
                        template,
                        recipientId,
                        details,
                        stored.settings().rule(template),
                        now));
    }

    private Uni<Void> add(Message message) {
        var promise = message.promise();
        return messages.add(message)
                .chain(() -> logbook.recordOwnWork(
                        promise.municipality(),
                        "promise-message",
                        promise.messageId(),
                        List.of(Recipients.of(promise))));
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
