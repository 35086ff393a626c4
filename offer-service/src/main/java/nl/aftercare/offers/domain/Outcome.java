package nl.aftercare.offers.domain;

/** What the rules say of one measure for one victim (domain.md 2.5). No measure vanishes without one. */
public enum Outcome {
    /** Offer it. */
    OFFER,
    /** Ask the victim something first. */
    ENQUIRE,
    /** Arrange it with another party. */
    COORDINATE,
    /** Point it out. */
    INFORM,
    /** Another party has probably done so: check, do not repeat. */
    ALREADY_COVERED,
    /** Would be offered, were it not for something that is in the way. */
    BLOCKED,
    /** Does not fit this robbery or this victim. */
    NOT_APPLICABLE
}
