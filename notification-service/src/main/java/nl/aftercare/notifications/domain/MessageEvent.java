package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message.Result;
import nl.aftercare.platform.kernel.Municipality;

/** What happened to a message. */
public sealed interface MessageEvent {

    /** @param at UTC */
    record MessageSent(Promise promise, UUID robberyId, Channel channel, Instant at) implements MessageEvent {}

    /**
     * A person has to do something.
     *
     * @param at UTC
     */
    record MessageInHand(Promise promise, UUID robberyId, Instant at) implements MessageEvent {}

    /** @param reason code */
    record MessageWithheld(Promise promise, UUID robberyId, String reason) implements MessageEvent {}

    record MessageDoneByHand(Promise promise, UUID robberyId, Result result) implements MessageEvent {}

    /**
     * The data of a victim is not kept any longer.
     *
     * @param erasedOn Europe/Amsterdam
     * @param records how many messages to the victim lost what they said
     */
    record VictimForgotten(Municipality municipality, UUID robberyId, UUID caseId, LocalDate erasedOn, int records)
            implements MessageEvent {}
}
