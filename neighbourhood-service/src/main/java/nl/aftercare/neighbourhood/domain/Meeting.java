package nl.aftercare.neighbourhood.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Answered;
import nl.aftercare.neighbourhood.domain.MeetingEvent.CalledOff;
import nl.aftercare.neighbourhood.domain.MeetingEvent.DateAsked;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Invited;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in the neighbourhood, of one robbery or of several near each other. What partners have in their calendars follows it: every
 * change raises the sequence, and who is no longer part of it hears that.
 */
public sealed interface Meeting {
    Head head();

    /** Of the next calendar entry; 0 for the first (RFC 5545, SEQUENCE). */
    int nextSequence();

    /** The oldest first. */
    List<Change> history();

    /**
     * What stays the same.
     *
     * @param robberyId under which it is told of; the first of them
     */
    record Head(UUID id, Municipality municipality, UUID robberyId, List<UUID> planIds) {
        public Head {
            planIds = List.copyOf(planIds);
        }
    }

    /**
     * When and where; instants in UTC.
     *
     * @param venueId null when not known yet
     */
    record Slot(Instant startsAt, Instant endsAt, @Nullable UUID venueId) {

        public static Slot usual(Instant startsAt, @Nullable UUID venueId) {
            return new Slot(startsAt, startsAt.plus(MeetingTime.USUAL), venueId);
        }
    }

    /**
     * @param at UTC
     * @param former when it was before; null when nothing was agreed
     */
    record Change(
            Instant at,
            Kind kind,
            AskedBy askedBy,
            ChangeReason reason,
            @Nullable Slot former) {

        public enum Kind {
            PROPOSED,
            AGREED,
            MOVED,
            CANCELLED
        }
    }

    /** Who wanted it so. */
    enum AskedBy {
        COORDINATOR,
        PARTNER,
        POLICE,
        RESIDENTS
    }

    /** Why; a code, so that nothing of a victim slips in. */
    enum ChangeReason {
        AS_AGREED,
        PARTNER_UNAVAILABLE,
        HALL_UNAVAILABLE,
        INVESTIGATION,
        TOO_FEW_SIGN_UPS,
        NOT_NEEDED,
        OTHER
    }

    /** @param at UTC */
    record Wish(Instant at, AskedBy askedBy, ChangeReason reason) {
        private Change change(Change.Kind kind, @Nullable Slot former) {
            return new Change(at, kind, askedBy, reason, former);
        }
    }

    /**
     * What a partner says about the dates that were proposed.
     *
     * @param at UTC
     * @param suits the beginnings of those that suit; empty when none does
     * @param counter a beginning that would suit instead; null without one
     */
    record Answer(Instant at, List<Instant> suits, @Nullable Instant counter) {
        public Answer {
            suits = List.copyOf(suits);
        }

        public Kind kind() {
            if (!suits.isEmpty()) {
                return Kind.ACCEPTED;
            }
            return counter == null ? Kind.DECLINED : Kind.COUNTERED;
        }

        private boolean saysTheSameAs(Answer other) {
            return suits.equals(other.suits) && Objects.equals(counter, other.counter);
        }

        public enum Kind {
            ACCEPTED,
            DECLINED,
            COUNTERED
        }
    }

    /** Dates are proposed to partners for the first time. */
    static Decision<Meeting, MeetingEvent> propose(Head head, List<Slot> options, List<UUID> partnerIds, Wish wish) {
        return asked(new Proposed(
                head, 1, options, partnerIds, Map.of(), 0, List.of(wish.change(Change.Kind.PROPOSED, null))));
    }

    /** Other dates, or other partners: all are asked anew, and what they said before is void. The same again changes nothing. */
    default Decision<Meeting, MeetingEvent> proposeAgain(List<Slot> options, List<UUID> partnerIds, Wish wish) {
        return switch (this) {
            case Agreed agreed ->
                Decision.refused(
                        "meeting-arranged",
                        "Over de bijeenkomst is al een afspraak. Wijzig die, of laat die vervallen.");
            case Proposed proposed
            when proposed.options().equals(options) && proposed.partnerIds().equals(partnerIds) ->
                Decision.unchanged(this);
            case Proposed proposed -> asked(again(proposed.round() + 1, options, partnerIds, wish));
            case Cancelled cancelled -> asked(again(cancelled.round() + 1, options, partnerIds, wish));
        };
    }

    private Proposed again(int round, List<Slot> options, List<UUID> partnerIds, Wish wish) {
        return new Proposed(
                head(),
                round,
                options,
                partnerIds,
                Map.of(),
                nextSequence(),
                with(wish.change(Change.Kind.PROPOSED, null)));
    }

    private static Decision<Meeting, MeetingEvent> asked(Proposed proposed) {
        return new Accepted<>(
                proposed,
                proposed.partnerIds().stream()
                        .<MeetingEvent>map(partner -> new DateAsked(proposed.head(), partner, proposed.round()))
                        .toList());
    }

    /**
     * A partner answers; when all have, and a date suits all, that is agreed: the first one of those proposed.
     *
     * @param round in which it was asked: an answer to an earlier one is void
     */
    default Decision<Meeting, MeetingEvent> answer(UUID partnerId, int round, Answer answer) {
        if (!(this instanceof Proposed proposed) || proposed.round() != round) {
            return Decision.refused("not-asked-any-more", "Deze vraag geldt niet meer.");
        }
        if (!proposed.partnerIds().contains(partnerId)) {
            return Decision.refused("not-asked", "Deze partner is niet gevraagd.");
        }
        if (!proposed.options().stream().map(Slot::startsAt).toList().containsAll(answer.suits())) {
            return Decision.refused("not-proposed", "Deze datum is niet voorgesteld.");
        }
        var before = proposed.answers().get(partnerId);
        if (before != null && before.saysTheSameAs(answer)) {
            return Decision.unchanged(this);
        }
        var answers = new HashMap<>(proposed.answers());
        answers.put(partnerId, answer);
        return answered(proposed.with(answers), new Answered(head(), partnerId, answer.kind()), answer);
    }

    private static Decision<Meeting, MeetingEvent> answered(Proposed proposed, Answered event, Answer answer) {
        var suiting = proposed.suiting(answer.at());
        if (suiting.isEmpty()) {
            return Decision.accepted(proposed, event);
        }
        var wish = new Wish(answer.at(), AskedBy.PARTNER, ChangeReason.AS_AGREED);
        var agreed = agreed(proposed, suiting.get(), proposed.partnerIds(), wish);
        return new Accepted<>(
                agreed,
                Stream.concat(Stream.of(event), invited(agreed).stream()).toList());
    }

    private static Agreed agreed(Meeting before, Slot slot, List<UUID> partnerIds, Wish wish) {
        return new Agreed(
                before.head(),
                before.round(),
                slot,
                partnerIds,
                before.nextSequence(),
                before.with(wish.change(Change.Kind.AGREED, null)));
    }

    /** How often dates were proposed. */
    int round();

    /** Agreed for the first time. */
    static Decision<Meeting, MeetingEvent> agree(Head head, Slot slot, List<UUID> partnerIds, Wish wish) {
        var agreed = new Agreed(head, 0, slot, partnerIds, 0, List.of(wish.change(Change.Kind.AGREED, null)));
        return new Accepted<>(agreed, invited(agreed));
    }

    /** Another time, hall or company; of a cancelled meeting, a new date. The same again changes nothing. */
    default Decision<Meeting, MeetingEvent> agreeAgain(Slot slot, List<UUID> partnerIds, Wish wish) {
        return switch (this) {
            case Agreed agreed
            when agreed.slot().equals(slot) && agreed.partnerIds().equals(partnerIds) -> Decision.unchanged(this);
            case Agreed agreed -> moved(agreed, slot, partnerIds, wish);
            case Cancelled cancelled -> agreedAnew(slot, partnerIds, wish);
            // by telephone, without waiting for the answers
            case Proposed proposed -> agreedAnew(slot, partnerIds, wish);
        };
    }

    /**
     * Who takes part when it is agreed with this partner: those who did or were asked stay, the partner comes in place of the one with whom
     * it was arranged before.
     */
    default List<UUID> companyWith(UUID partnerId) {
        var before =
                switch (this) {
                    case Agreed agreed -> agreed.partnerIds();
                    case Proposed proposed -> proposed.partnerIds();
                    case Cancelled cancelled -> List.<UUID>of();
                };
        return before.contains(partnerId)
                ? before
                : Stream.concat(Stream.of(partnerId), before.stream().skip(1)).toList();
    }

    /** The hall that stays when none is named. */
    default @Nullable UUID venueId() {
        return this instanceof Agreed agreed ? agreed.slot().venueId() : null;
    }

    private Decision<Meeting, MeetingEvent> agreedAnew(Slot slot, List<UUID> partnerIds, Wish wish) {
        var agreed = agreed(this, slot, partnerIds, wish);
        return new Accepted<>(agreed, invited(agreed));
    }

    private Decision<Meeting, MeetingEvent> moved(Agreed before, Slot slot, List<UUID> partnerIds, Wish wish) {
        var after = new Agreed(
                head(), round(), slot, partnerIds, nextSequence(), with(wish.change(Change.Kind.MOVED, before.slot())));
        var dropped = new LinkedHashSet<>(before.partnerIds());
        dropped.removeAll(partnerIds);
        return new Accepted<>(
                after,
                Stream.concat(
                                dropped.stream()
                                        .map(partner ->
                                                new CalledOff(head(), partner, before.slot(), after.sequence())),
                                invited(after).stream())
                        .toList());
    }

    default Decision<Meeting, MeetingEvent> cancel(Wish wish) {
        return switch (this) {
            case Cancelled cancelled -> Decision.unchanged(this);
            // nobody has it in a calendar
            case Proposed proposed ->
                Decision.unchanged(new Cancelled(
                        head(), round(), nextSequence() - 1, with(wish.change(Change.Kind.CANCELLED, null))));
            case Agreed agreed -> {
                var after = new Cancelled(
                        head(), round(), nextSequence(), with(wish.change(Change.Kind.CANCELLED, agreed.slot())));
                yield new Accepted<>(
                        after,
                        agreed.partnerIds().stream()
                                .<MeetingEvent>map(
                                        partner -> new CalledOff(head(), partner, agreed.slot(), after.sequence()))
                                .toList());
            }
        };
    }

    private List<Change> with(Change change) {
        var all = new ArrayList<>(history());
        all.add(change);
        return all;
    }

    private static List<MeetingEvent> invited(Agreed meeting) {
        return meeting.partnerIds().stream()
                .<MeetingEvent>map(partner -> new Invited(meeting.head(), partner, meeting.slot(), meeting.sequence()))
                .toList();
    }

    /**
     * Dates that partners can choose from.
     *
     * @param round 1 for the first dates; rises when others are proposed
     * @param partnerIds who has to agree
     * @param answers of those who answered in this round
     */
    record Proposed(
            Head head,
            int round,
            List<Slot> options,
            List<UUID> partnerIds,
            Map<UUID, Answer> answers,
            int nextSequence,
            List<Change> history)
            implements Meeting {
        public Proposed {
            options = List.copyOf(options);
            partnerIds = List.copyOf(partnerIds);
            answers = Map.copyOf(answers);
            history = List.copyOf(history);
        }

        private Proposed with(Map<UUID, Answer> newAnswers) {
            return new Proposed(head, round, options, partnerIds, newAnswers, nextSequence, history);
        }

        private Optional<Slot> suiting(Instant now) {
            return answers.keySet().containsAll(partnerIds)
                    ? options.stream()
                            .filter(option -> option.startsAt().isAfter(now))
                            .filter(option -> answers.values().stream()
                                    .allMatch(answer -> answer.suits().contains(option.startsAt())))
                            .findFirst()
                    : Optional.empty();
        }
    }

    /**
     * @param partnerIds who takes part, the one with whom it was agreed first
     * @param sequence of the entry in their calendars
     */
    record Agreed(Head head, int round, Slot slot, List<UUID> partnerIds, int sequence, List<Change> history)
            implements Meeting {
        public Agreed {
            partnerIds = List.copyOf(partnerIds);
            history = List.copyOf(history);
        }

        @Override
        public int nextSequence() {
            return sequence + 1;
        }
    }

    /** @param sequence of the entry that went; -1 when there never was one */
    record Cancelled(Head head, int round, int sequence, List<Change> history) implements Meeting {
        public Cancelled {
            history = List.copyOf(history);
        }

        @Override
        public int nextSequence() {
            return sequence + 1;
        }
    }
}
