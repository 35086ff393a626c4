package nl.aftercare.notifications.sending;

import nl.aftercare.notifications.domain.Channel;
import org.jspecify.annotations.Nullable;

/** How an attempt to send ended; a code never holds what a server said, since servers quote addresses. */
sealed interface Outcome {

    /** @param reference the channel's own name for the message; null without one */
    record Taken(Channel channel, @Nullable String reference) implements Outcome {}

    /** Not for this recipient, however often it is tried. */
    record Refused(Channel channel, String code) implements Outcome {}

    /** Not this time. */
    record Failed(Channel channel, String code) implements Outcome {}

    /** It may not be sent. */
    record Forbidden(String code) implements Outcome {}

    /** Nobody needs it any more. */
    record Unneeded() implements Outcome {}
}
