package nl.aftercare.neighbourhood.domain;

import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;

/** What partners and the coordinator hear of a meeting. */
public sealed interface MeetingEvent {

    /** @param round in which the partner was asked */
    record DateAsked(Head head, UUID partnerId, int round) implements MeetingEvent {}

    record Answered(Head head, UUID partnerId, Answer.Kind kind) implements MeetingEvent {}

    /** @param sequence of the calendar entry */
    record Invited(Head head, UUID partnerId, Slot slot, int sequence) implements MeetingEvent {}

    /** @param attended how many people came */
    record Held(Head head, Slot slot, int attended) implements MeetingEvent {}

    /** @param slot when it would have been */
    record CalledOff(Head head, UUID partnerId, Slot slot, int sequence) implements MeetingEvent {}
}
