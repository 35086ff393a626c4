package nl.aftercare.notifications.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message.Waiting;

/**
 * What a new arrangement changes about what partners were told before: no partner gets an older text after a newer one, and a
 * former partner hears that the meeting is with another now.
 *
 * @param superseded what waits still and need not be sent any more
 * @param formerPartners those who were told of an arrangement that does not hold any more
 */
public record NewArrangement(List<Waiting> superseded, List<UUID> formerPartners) {

    public NewArrangement {
        superseded = List.copyOf(superseded);
        formerPartners = List.copyOf(formerPartners);
    }

    /**
     * @param earlier all messages about the meeting after this robbery, the oldest first
     * @param partnerId with whom the meeting is now
     */
    public static NewArrangement with(UUID partnerId, List<Message> earlier) {
        var latest = new LinkedHashMap<UUID, Message>();
        earlier.forEach(message -> latest.put(message.promise().recipientId(), message));
        var formerPartners = latest.values().stream()
                .map(Message::promise)
                .filter(told -> !told.recipientId().equals(partnerId))
                .filter(told -> told.template() == Template.MEETING_ARRANGED)
                .map(Promise::recipientId)
                .toList();
        var superseded = earlier.stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .filter(waiting -> isOvertaken(waiting.promise(), partnerId))
                .toList();
        return new NewArrangement(superseded, formerPartners);
    }

    private static boolean isOvertaken(Promise waiting, UUID partnerId) {
        // that nothing is agreed is no longer so
        return waiting.template().recipient() == RecipientKind.COORDINATOR
                || waiting.template() == Template.MEETING_ARRANGED
                || waiting.recipientId().equals(partnerId);
    }
}
