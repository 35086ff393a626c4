package nl.aftercare.neighbourhood.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingAnswered;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCalledOff;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingDateAsked;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingHeld;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingInvited;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.PartnerAnswer;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.MeetingEvent;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a meeting: ids and times. All of one meeting under one key, so that it stays in order. */
@ApplicationScoped
public class MeetingEventWriter {

    public List<OutgoingEvent> write(List<MeetingEvent> events) {
        return events.stream().map(MeetingEventWriter::write).toList();
    }

    private static OutgoingEvent write(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.DateAsked(var head, var partnerId, var round) ->
                outgoing(
                        MeetingDateAsked.TYPE,
                        head,
                        new MeetingDateAsked(head.robberyId(), head.id(), partnerId, round));
            case MeetingEvent.Answered(var head, var partnerId, var kind) ->
                outgoing(
                        MeetingAnswered.TYPE,
                        head,
                        new MeetingAnswered(
                                head.robberyId(), head.id(), partnerId, PartnerAnswer.valueOf(kind.name())));
            case MeetingEvent.Invited(var head, var partnerId, var slot, var sequence) ->
                outgoing(
                        MeetingInvited.TYPE,
                        head,
                        new MeetingInvited(
                                head.robberyId(), head.id(), partnerId, slot.startsAt(), slot.endsAt(), sequence));
            case MeetingEvent.Held(var head, var slot, var attended) ->
                outgoing(
                        MeetingHeld.TYPE,
                        head,
                        new MeetingHeld(head.robberyId(), head.id(), DutchTime.dateOf(slot.startsAt()), attended));
            case MeetingEvent.CalledOff(var head, var partnerId, var slot, var sequence) ->
                outgoing(
                        MeetingCalledOff.TYPE,
                        head,
                        new MeetingCalledOff(
                                head.robberyId(), head.id(), partnerId, slot.startsAt(), slot.endsAt(), sequence));
        };
    }

    private static OutgoingEvent outgoing(String type, Head head, NeighbourhoodEvent data) {
        return new OutgoingEvent(
                NeighbourhoodEvent.TOPIC, type, head.robberyId(), head.id(), head.municipality(), data);
    }
}
