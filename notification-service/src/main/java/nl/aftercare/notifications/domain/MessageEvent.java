package nl.aftercare.notifications.domain;

import java.time.Instant;

/** What happened to a message. */
public sealed interface MessageEvent {

    /** @param at UTC */
    record MessageSent(Promise promise, Instant at) implements MessageEvent {}
}
