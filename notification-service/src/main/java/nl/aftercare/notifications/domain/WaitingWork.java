package nl.aftercare.notifications.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to do with a message.
 *
 * @param messageId which message
 * @param robberyId null when no robbery is concerned
 * @param about its text
 */
public record WaitingWork(UUID messageId, @Nullable UUID robberyId, Template about, Kind kind) {

    /** What has to be done. */
    public enum Kind {
        APPROVE,
        POST,
        CALL,
        /** All channels failed: look why it does not arrive. */
        LOOK
    }

    /** Empty when nobody has to do anything, or when the message is itself for who would do it. */
    public static Optional<WaitingWork> of(Message message) {
        return isOpen(message) && !message.promise().template().recipient().isStaff()
                ? Optional.of(new WaitingWork(
                        message.promise().messageId(),
                        message.promise().robberyId(),
                        message.promise().template(),
                        kind(message)))
                : Optional.empty();
    }

    public static boolean isOpen(Message message) {
        return message.state() == MessageState.AWAITING_APPROVAL || message.state() == MessageState.IN_HAND;
    }

    /** That somebody was told of. */
    public static UUID messageOf(Promise told) {
        return UUID.fromString(told.details().get("messageId"));
    }

    private static Kind kind(Message message) {
        if (message.state() == MessageState.AWAITING_APPROVAL) {
            return Kind.APPROVE;
        }
        return message.channel()
                .map(channel -> channel == Channel.PRINT ? Kind.POST : Kind.CALL)
                .orElse(Kind.LOOK);
    }

    /** As a message carries it. */
    public Map<String, String> details() {
        var details =
                new HashMap<>(Map.of("messageId", messageId.toString(), "about", about.code(), "work", kind.name()));
        if (robberyId != null) {
            details.put("robberyId", robberyId.toString());
        }
        return details;
    }
}
