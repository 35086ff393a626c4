package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/** What happened to a message. */
public sealed interface MessageEvent {

    /** @param at UTC */
    record MessageSent(Promise promise, UUID robberyId, Instant at) implements MessageEvent {}

    /**
     * The data of a victim is not kept any longer; the ledger holds none.
     *
     * @param erasedOn Europe/Amsterdam
     */
    record VictimForgotten(Municipality municipality, UUID robberyId, UUID caseId, LocalDate erasedOn)
            implements MessageEvent {}
}
