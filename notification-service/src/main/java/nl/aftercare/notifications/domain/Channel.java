package nl.aftercare.notifications.domain;

/** How a message reaches somebody. */
public enum Channel {
    EMAIL,
    TEXT,
    /** A letter that a provider prints and posts. */
    LETTER,
    /** A letter that the municipality prints and posts itself. */
    PRINT,
    /** A call that a person makes. */
    PHONE;

    /** Whether a person does it: it waits in the work queue until somebody says how it went. */
    public boolean isByHand() {
        return this == PRINT || this == PHONE;
    }
}
