package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message. Facts are added and never changed; how it is with a message follows from them, so that receipts
 * that come late, twice, or against each other do no harm.
 *
 * @param at when it happened, UTC: of a receipt what the channel says, not when it came in
 * @param channel null when it is of no channel
 * @param code what exactly, such as the reason of a failure; null when the kind says it all
 * @param reference the channel's own name for the message, or what proves the fact; null without one
 */
public record Fact(
        Instant at,
        Kind kind,
        @Nullable Channel channel,
        @Nullable String code,
        @Nullable String reference) {

    /** What happened. */
    public enum Kind {
        /** It was promised. */
        CREATED,
        /** A person approved that it goes. */
        APPROVED,
        /** The owner of the case said at the moment of sending that the victim may be contacted; the proof is the reference. */
        ALLOWED,
        /** Its own time came. */
        DUE,
        /** It was handed to the channel; without a fact after it, the channel gave no answer. */
        ATTEMPTED,
        /** The channel did not take it this time. */
        FAILED,
        /** The channel took it. */
        ACCEPTED,
        /** The channel says that it arrived. */
        DELIVERED,
        /** The channel will never take it for this recipient. */
        REFUSED,
        /** It came back after it was taken. */
        BOUNCED,
        /** A letter came back. */
        RETURNED,
        /** This channel was tried often enough. */
        GIVEN_UP,
        /** A later message says it better, or nobody needs it any more. */
        SUPERSEDED,
        /** It may not be sent; why is the code. */
        WITHHELD,
        /** A person did it, or decided that it is not needed; which is the code. */
        DONE_BY_HAND
    }

    /** After one of these, the channel is of no more use, unless it says later that the message arrived. */
    static final Set<Kind> FAILURES = EnumSet.of(Kind.REFUSED, Kind.BOUNCED, Kind.RETURNED, Kind.GIVEN_UP);

    static Fact of(Instant at, Kind kind) {
        return new Fact(at, kind, null, null, null);
    }

    static Fact of(Instant at, Kind kind, String code) {
        return new Fact(at, kind, null, code, null);
    }

    /** Whether both tell the same: of one that comes twice, once counts. */
    boolean isRepeatOf(Fact other) {
        return kind == other.kind
                && channel == other.channel
                && (reference == null ? other.reference == null : reference.equals(other.reference));
    }
}
