package nl.aftercare.neighbourhood.domain;

/** Huur or koop of the homes around the robbery. */
public enum SurroundingsTenure {
    RENTED,
    OWNER_OCCUPIED,
    MIXED,
    UNKNOWN
}
