package nl.aftercare.offers.domain;

/** What happened to an offer. */
public sealed interface OfferEvent {

    /** Composed, or composed anew. */
    record OfferComposed(TailoredOffer offer) implements OfferEvent {}
}
