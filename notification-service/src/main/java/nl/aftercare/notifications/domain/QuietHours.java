package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * When nobody is disturbed by what is not urgent: at night, and on days on which nobody works.
 *
 * @param from beginning of the night, Europe/Amsterdam
 * @param until end of the night; the same as {@code from} for no quiet hours
 * @param onWorkingDaysOnly whether Saturdays, Sundays and public holidays are quiet as a whole
 */
public record QuietHours(LocalTime from, LocalTime until, boolean onWorkingDaysOnly) {

    /** The first moment from now on at which it may go; now itself when that is so. */
    public Instant next(Instant now, WorkingDays days) {
        var local = now.atZone(DutchTime.ZONE);
        if (!isNight(local.toLocalTime()) && isOpen(local.toLocalDate(), days)) {
            return now;
        }
        // of a night that ends before it begins, as from 21 till 8, the morning is today's until it is over
        var first = local.toLocalTime().isBefore(morning())
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return Stream.iterate(first, day -> day.plusDays(1))
                .filter(day -> isOpen(day, days))
                .findFirst()
                .map(day -> day.atTime(morning()).atZone(DutchTime.ZONE).toInstant())
                .orElseThrow();
    }

    private LocalTime morning() {
        return from.equals(until) ? LocalTime.MIDNIGHT : until;
    }

    private boolean isOpen(LocalDate day, WorkingDays days) {
        return !onWorkingDaysOnly || days.contains(day);
    }

    private boolean isNight(LocalTime time) {
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until);
        }
        return !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
