package nl.aftercare.neighbourhood.domain;

/** How a plan stands towards its window on a day (domain.md T4). */
public enum Standing {
    /** Nothing agreed, and time enough. */
    ON_TRACK,
    /** From the last working day before the target. */
    TARGET_NEAR,
    TARGET_PASSED,
    /** From the last working day before the limit. */
    LIMIT_NEAR,
    /** The limit has passed and nothing is agreed. */
    BREACHED,
    AGREED_IN_TIME,
    AGREED_LATE,
    /** The coordinator recorded why no meeting is needed. */
    NOT_NEEDED
}
