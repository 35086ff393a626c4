package nl.aftercare.notifications.domain;

/** How far a message got. */
public enum MessageState {
    WAITING,
    SENT,
    SUPERSEDED,
    GIVEN_UP
}
