package nl.aftercare.notifications.domain;

import java.time.Duration;
import java.time.Instant;
import nl.aftercare.notifications.domain.MessageEvent.MessageSent;
import nl.aftercare.platform.kernel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody was promised. It ends sent, superseded by a later one, or given up where a person sees it; never in
 * silence.
 */
public sealed interface Message {
    /** After this many failed attempts, some two days, a person has to look. */
    int LAST_ATTEMPT = 60;

    Promise promise();

    static Message promised(Promise promise) {
        return new Waiting(promise, 0, null);
    }

    /**
     * Not sent yet.
     *
     * @param attempts how often it was tried
     * @param problem code of what went wrong the last time
     */
    record Waiting(Promise promise, int attempts, @Nullable String problem) implements Message {

        /** The channel accepted it. */
        public Decision<Message, MessageEvent> sent(Instant at) {
            var sent = new Sent(promise, attempts + 1, at);
            // told of in the timeline of a robbery
            return promise.robberyId() == null
                    ? Decision.unchanged(sent)
                    : Decision.accepted(sent, new MessageSent(promise, promise.robberyId(), at));
        }

        /** It did not work out; tried again until the last attempt. */
        public Message failed(String newProblem) {
            return attempts + 1 < LAST_ATTEMPT
                    ? new Waiting(promise, attempts + 1, newProblem)
                    : new GivenUp(promise, attempts + 1, newProblem);
        }

        /** A later message says it better. */
        public Message superseded() {
            return new Superseded(promise, attempts);
        }

        /** How long to wait after this many attempts: 2 s, 4 s, 8 s, and so on up to an hour. */
        public Duration pause() {
            return Duration.ofSeconds(Math.min(3_600, 1L << Math.min(attempts, 12)));
        }
    }

    /** @param at when the channel accepted it, UTC */
    record Sent(Promise promise, int attempts, Instant at) implements Message {}

    /**
     * Overtaken by a later message before it was sent.
     *
     * @param attempts how often it was tried
     */
    record Superseded(Promise promise, int attempts) implements Message {}

    /** Needs a person. */
    record GivenUp(Promise promise, int attempts, String problem) implements Message {}
}
