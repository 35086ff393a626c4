package nl.aftercare.notifications.promising;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingHeld;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingInvited;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourTextApproved;
import nl.aftercare.contracts.offers.SchemeEvent.SchemeEnds;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Promises;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.time.Time;
import org.jspecify.annotations.Nullable;

/** Which event promises which message to whom. */
@ApplicationScoped
class PromiseMessage {
    /** Working days after which who was asked is asked again. */
    private static final int PATIENCE = 3;

    /** Working days before a meeting on which a partner is reminded of it. */
    private static final int DAYS_BEFORE = 2;

    /** After this time thanks come too late. */
    private static final Period FRESH = Period.ofDays(14);

    private final Messages messages;
    private final Promises promises;
    private final WorkingDays workingDays;
    private final Logbook logbook;
    private final Time time;

    PromiseMessage(Messages messages, Promises promises, WorkingDays workingDays, Logbook logbook, Time time) {
        this.promises = promises;
        this.workingDays = workingDays;
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

    private Uni<Void> overtake(UUID messageId) {
        return messages.change(messageId, message -> message.overtake(time.now()))
                .replaceWithVoid();
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
        return stop(closed.caseId(), "closed", Template.WHILE_HELPED)
                .chain(() -> closed.outcome() == Outcome.COMPLETED
                        ? toVictim(municipality, closed.robberyId(), closed.caseId(), Template.VICTIM_GOODBYE)
                        : Uni.createFrom().voidItem());
    }

    /** The victim wants nothing more from the municipality: what waits is stopped at once, not only when it would be sent. */
    Uni<Void> stop(VisitWillingnessRecorded recorded) {
        return recorded.willing() == Fact.NO
                ? stop(recorded.caseId(), "declined", Template.TO_VICTIMS)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> stop(UUID caseId, String code, Set<Template> templates) {
        return messages.openToVictim(caseId, templates)
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

    /** The partner is asked which dates suit, and days later again unless it answered; what is asked, and the link to answer, is looked up when it is sent. */
    Uni<Void> toPartner(Municipality municipality, MeetingDateAsked asked) {
        var details = Map.of(
                "meetingId", asked.meetingId().toString(),
                "round", Integer.toString(asked.round()));
        var again = time.now().atZone(DutchTime.ZONE).with(workingDays.after(time.today(), PATIENCE));
        return promise(municipality, asked.robberyId(), Template.MEETING_ASKED, asked.partnerId(), details)
                .chain(() -> promises.make(
                        municipality,
                        asked.robberyId(),
                        Template.MEETING_ASKED_AGAIN,
                        asked.partnerId(),
                        details,
                        again.toInstant()))
                .flatMap(reminder -> add(Message.promised(reminder)));
    }

    /** The coordinator hears at once what a partner answered: the window does not wait. */
    Uni<Void> toCoordinator(Municipality municipality, MeetingAnswered answered) {
        var details = Map.of("answer", answered.answer().name());
        return promise(municipality, answered.robberyId(), Template.MEETING_ANSWERED, answered.robberyId(), details);
    }

    /** The partner gets in writing what was agreed, and in its calendar; and days before the meeting again. */
    Uni<Void> toPartner(Municipality municipality, MeetingInvited invited) {
        var entry = new CalendarEntry(invited.meetingId(), invited.sequence(), invited.startsAt(), invited.endsAt());
        var templates = reminderOf(invited.startsAt()).isAfter(time.now())
                ? List.of(Template.MEETING_ARRANGED, Template.MEETING_NEARS)
                : List.of(Template.MEETING_ARRANGED);
        return inOrder(municipality, invited.robberyId(), invited.partnerId(), entry, templates);
    }

    /** The partner hears that it need not come, and its calendar too. */
    Uni<Void> toPartner(Municipality municipality, MeetingCalledOff calledOff) {
        var entry = new CalendarEntry(
                calledOff.meetingId(), calledOff.sequence(), calledOff.startsAt(), calledOff.endsAt());
        return inOrder(
                municipality, calledOff.robberyId(), calledOff.partnerId(), entry, List.of(Template.MEETING_WITHDRAWN));
    }

    private Instant reminderOf(Instant startsAt) {
        var start = startsAt.atZone(DutchTime.ZONE);
        return start.with(workingDays.before(start.toLocalDate(), DAYS_BEFORE)).toInstant();
    }

    /** Who was there is thanked, and asked how it was; not when it was recorded weeks later. */
    Uni<Void> toPartners(Municipality municipality, MeetingHeld held) {
        if (held.heldOn().isBefore(time.today().minus(FRESH))) {
            return Uni.createFrom().voidItem();
        }
        var details = Map.of("heldOn", held.heldOn().toString());
        return messages.lastAboutMeeting(held.meetingId())
                .flatMap(last -> oneByOne(
                        last.stream()
                                .filter(promise -> promise.template() == Template.MEETING_ARRANGED)
                                .toList(),
                        arranged -> promise(
                                municipality,
                                held.robberyId(),
                                Template.MEETING_HELD,
                                arranged.recipientId(),
                                details)));
    }

    /** No partner gets an older text after a newer one. */
    private Uni<Void> inOrder(
            Municipality municipality, UUID robberyId, UUID partnerId, CalendarEntry entry, List<Template> templates) {
        return messages.inLane(entry.lane(partnerId)).flatMap(earlier -> oneByOne(
                        entry.overtakes(earlier),
                        overtaken -> overtake(overtaken.promise().messageId()))
                .chain(() -> oneByOne(templates, template -> promises.make(
                                municipality,
                                robberyId,
                                template,
                                partnerId,
                                entry.details(),
                                template == Template.MEETING_NEARS ? reminderOf(entry.startsAt()) : null)
                        .map(Message::promised)
                        .flatMap(message -> add(
                                entry.isOvertaken(earlier)
                                        ? message.supersede(time.now())
                                                .orRefuse()
                                                .state()
                                        : message)))));
    }

    Uni<Void> forget(Municipality municipality, PersonalDataErased erased) {
        return stop(erased.caseId(), "erased", Template.TO_VICTIMS)
                .chain(() -> messages.forget(municipality, erased.robberyId(), erased.caseId(), time.today()));
    }

    /** The coordinator hears in time that a scheme ends. */
    Uni<Void> toCoordinator(Municipality municipality, SchemeEnds ends) {
        var details = Map.of("label", ends.label(), "endsOn", ends.endsOn().toString());
        return promises.toCoordinator(municipality, Template.SCHEME_ENDS, details)
                .flatMap(promise -> add(Message.promised(promise)));
    }

    /** The coordinator hears while there is still time to call. */
    Uni<Void> toCoordinator(Municipality municipality, ArrangementWindowNears nears) {
        var details =
                Map.of("mark", nears.mark().name(), "markOn", nears.markOn().toString());
        return promise(municipality, nears.robberyId(), Template.WINDOW_NEARS, nears.robberyId(), details);
    }

    /**
     * A letter to post; what it says is looked up when it is printed, since it goes only as it was approved. One that was not posted yet
     * would say the same.
     */
    Uni<Void> toNeighbours(Municipality municipality, NeighbourTextApproved approved) {
        var template =
                switch (approved.text()) {
                    case NOTICE -> Template.NEIGHBOUR_NOTICE;
                    case INVITATION -> Template.NEIGHBOUR_INVITATION;
                };
        var details = Map.of("addresses", Integer.toString(approved.addresses()));
        return messages.openTo(approved.planId(), template)
                .flatMap(open -> oneByOne(open, this::supersede))
                .chain(() -> promise(municipality, approved.robberyId(), template, approved.planId(), details));
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
        return promises.make(municipality, robberyId, template, recipientId, details)
                .flatMap(promise -> add(Message.promised(promise)));
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
