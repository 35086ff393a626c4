package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * What was promised: fixed for the life of a message.
 *
 * @param robberyId null when no robbery is concerned
 * @param recipientId entry in the directory of the owning service, for a victim the case; of no meaning where the municipality alone says
 *     who
 * @param details what the text fills in: codes and dates, never personal data
 * @param rule as it was when it was promised
 * @param promisedAt UTC
 * @param notBefore a reminder goes at this moment at the earliest, UTC; null for what may go at once
 */
public record Promise(
        UUID messageId,
        Municipality municipality,
        @Nullable UUID robberyId,
        Template template,
        UUID recipientId,
        Map<String, String> details,
        SendingRule rule,
        Instant promisedAt,
        @Nullable Instant notBefore) {

    /** Of a message of which the municipality alone says for whom it is. */
    public static final UUID NOBODY_IN_PARTICULAR = new UUID(0, 0);

    public Promise {
        details = Map.copyOf(details);
    }
}
