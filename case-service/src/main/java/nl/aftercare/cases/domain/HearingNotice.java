package nl.aftercare.cases.domain;

import java.time.LocalDate;

/**
 * What became of the right to speak at the hearing (spreekrecht): the public prosecutor has to know in writing before the hearing
 * starts (domain.md T7).
 *
 * @param on day of it, Europe/Amsterdam
 */
public record HearingNotice(Result result, LocalDate on) {
    /** Whether it was too late for a hearing that was put off to a later day. */
    boolean leavesTimeFor(LocalDate hearingOn) {
        return result == Result.TOO_LATE && hearingOn.isAfter(on);
    }

    /** What became of it. */
    public enum Result {
        SENT,
        /** The victim does not want to speak. */
        NOT_WANTED,
        TOO_LATE
    }
}
