package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a partner has in its calendar of a meeting (RFC 5545, RFC 5546). The highest sequence counts; an older one is never sent after it.
 *
 * @param meetingId the UID
 * @param startsAt UTC
 * @param endsAt UTC
 */
public record CalendarEntry(UUID meetingId, int sequence, Instant startsAt, Instant endsAt) {

    /** As a message carries it. */
    public Map<String, String> details() {
        return Map.of(
                "meetingId", meetingId.toString(),
                "sequence", Integer.toString(sequence),
                "startsAt", startsAt.toString(),
                "endsAt", endsAt.toString());
    }

    /** Of a message, if it carries one. */
    public static Optional<CalendarEntry> of(Promise promise) {
        var details = promise.details();
        return details.containsKey("sequence")
                ? Optional.of(new CalendarEntry(
                        UUID.fromString(details.get("meetingId")),
                        Integer.parseInt(details.get("sequence")),
                        Instant.parse(details.get("startsAt")),
                        Instant.parse(details.get("endsAt"))))
                : Optional.empty();
    }

    /** Messages about one meeting to one partner go one after the other. */
    public String lane(UUID partnerId) {
        return meetingId + "/" + partnerId;
    }

    /** What is no longer so: what waits need not be sent, and what comes back is not tried again. */
    public List<Message> overtakes(List<Message> earlier) {
        return earlier.stream()
                .filter(message -> sequenceOf(message) < sequence)
                .toList();
    }

    /** Whether something newer was promised already: the event came late. */
    public boolean isOvertaken(List<Message> earlier) {
        return earlier.stream().anyMatch(message -> sequenceOf(message) >= sequence);
    }

    private static int sequenceOf(Message message) {
        return of(message.promise()).orElseThrow().sequence();
    }
}
