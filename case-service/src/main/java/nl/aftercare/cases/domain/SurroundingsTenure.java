package nl.aftercare.cases.domain;

/** Huur or koop of the homes around a residential robbery, not of the victim's own home (domain.md 3.2). */
public enum SurroundingsTenure {
    RENTED,
    OWNER_OCCUPIED,
    MIXED,
    UNKNOWN
}
