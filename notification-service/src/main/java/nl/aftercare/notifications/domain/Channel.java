package nl.aftercare.notifications.domain;

/** How a message reaches somebody. */
public enum Channel {
    EMAIL(60),
    /** Hours late it only confuses. */
    TEXT(20),
    /** A letter that a provider prints and posts. */
    LETTER(60),
    /** A letter that the municipality prints and posts itself. */
    PRINT(0),
    /** A call that a person makes. */
    PHONE(0);

    private final int lastAttempt;

    Channel(int lastAttempt) {
        this.lastAttempt = lastAttempt;
    }

    /** After this many failed attempts, of which the pauses grow to an hour, the next channel is tried. */
    public int lastAttempt() {
        return lastAttempt;
    }

    /** Whether a person does it: it waits in the work queue until somebody says how it went. */
    public boolean isByHand() {
        return this == PRINT || this == PHONE;
    }
}
