package nl.aftercare.neighbourhood.domain;

/** Why nothing was agreed within the window, as the coordinator says; a code, so that nothing of a victim slips in. */
public enum BreachReason {
    PARTNER_DID_NOT_ANSWER,
    NO_DATE_SUITED,
    NO_PARTNER_THERE,
    REPORTED_LATE,
    INVESTIGATION,
    NO_TIME,
    OTHER
}
