package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/** What happened to an offer. */
public sealed interface OfferEvent {

    /** Composed, or composed anew. */
    record OfferComposed(TailoredOffer offer) implements OfferEvent {}

    /**
     * Something happened with one of its measures.
     *
     * @param label the measure in Dutch
     */
    record MeasureProgressed(TailoredOffer offer, String measure, String label, MeasureStep step)
            implements OfferEvent {}

    /**
     * Erased, since the data of the victim is not kept any longer.
     *
     * @param erasedOn Europe/Amsterdam
     * @param offers how many there were
     */
    record OfferErased(Municipality municipality, UUID robberyId, UUID caseId, LocalDate erasedOn, int offers)
            implements OfferEvent {}
}
