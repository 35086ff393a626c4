package nl.aftercare.offers.domain;

/** Bedrijfsoverval or woningoverval: decides which table applies. */
public enum RobberyKind {
    COMMERCIAL,
    RESIDENTIAL
}
