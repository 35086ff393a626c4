package nl.aftercare.neighbourhood.domain;

/** Onrust in the surroundings. */
public enum Unrest {
    LOW,
    HIGH,
    UNKNOWN
}
