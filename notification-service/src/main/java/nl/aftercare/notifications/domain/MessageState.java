package nl.aftercare.notifications.domain;

import java.util.EnumSet;
import java.util.Set;

/** How it is with a message; follows from its facts. */
public enum MessageState {
    /** A person has to approve it first. */
    AWAITING_APPROVAL,
    /** Waits for its own time, as a reminder does. */
    PLANNED,
    /** To be sent, or to be tried again. */
    WAITING,
    /** A channel took it. */
    SENT,
    /** A channel says that it arrived. */
    DELIVERED,
    /** A person has to do something: post it, call, or look why it does not arrive. */
    IN_HAND,
    SUPERSEDED,
    WITHHELD,
    DONE_BY_HAND;

    /** Nothing more has to be done. */
    public static final Set<MessageState> ENDED = EnumSet.of(SENT, DELIVERED, SUPERSEDED, WITHHELD, DONE_BY_HAND);

    /** Whether it is sent by itself, now or later. */
    public boolean isQueued() {
        return this == PLANNED || this == WAITING;
    }
}
