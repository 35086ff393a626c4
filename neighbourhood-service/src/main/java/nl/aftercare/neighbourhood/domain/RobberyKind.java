package nl.aftercare.neighbourhood.domain;

/** Bedrijfsoverval or woningoverval: decides which actions and partners fit. */
public enum RobberyKind {
    COMMERCIAL,
    RESIDENTIAL
}
