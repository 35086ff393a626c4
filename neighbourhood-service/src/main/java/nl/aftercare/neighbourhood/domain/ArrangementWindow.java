package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * "Maak binnen 2 tot 3 weken afspraken over een voorlichtingsbijeenkomst" (seed; domain.md T4): the term for the
 * arrangement, not for the meeting itself. Calendar days in Europe/Amsterdam; the limit never moves for a holiday.
 *
 * @param targetOn 14 days after day 0
 * @param limitOn 21 days after day 0: the last day in time
 */
public record ArrangementWindow(LocalDate targetOn, LocalDate limitOn) {
    private static final int TARGET_DAYS = 14;
    private static final int LIMIT_DAYS = 21;

    /** @param dayZero the day of the robbery, or what else the municipality counts from */
    public static ArrangementWindow after(LocalDate dayZero) {
        return new ArrangementWindow(dayZero.plusDays(TARGET_DAYS), dayZero.plusDays(LIMIT_DAYS));
    }

    /** A day on which somebody works and can still call: the last working day before the target. */
    public LocalDate targetReminderOn(WorkingDays days) {
        return days.before(targetOn, 1);
    }

    /** The last working day before the limit. */
    public LocalDate limitReminderOn(WorkingDays days) {
        return days.before(limitOn, 1);
    }

    /** How it stands while nothing is agreed. */
    Standing standing(LocalDate today, WorkingDays days) {
        if (today.isAfter(limitOn)) {
            return Standing.BREACHED;
        }
        if (!today.isBefore(limitReminderOn(days))) {
            return Standing.LIMIT_NEAR;
        }
        if (today.isAfter(targetOn)) {
            return Standing.TARGET_PASSED;
        }
        return today.isBefore(targetReminderOn(days)) ? Standing.ON_TRACK : Standing.TARGET_NEAR;
    }

    /** Judged on the day the arrangement was made, not on the day the meeting is held. */
    public boolean isInTime(LocalDate agreedOn) {
        return !agreedOn.isAfter(limitOn);
    }
}
