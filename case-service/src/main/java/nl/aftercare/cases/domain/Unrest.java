package nl.aftercare.cases.domain;

/** Onrust in the surroundings; much unrest makes the meeting more urgent (seed: "zeker bij een overval die voor veel onrust zorgt"). */
public enum Unrest {
    LOW,
    HIGH,
    UNKNOWN
}
