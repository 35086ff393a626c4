package nl.aftercare.neighbourhood.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.aftercare.platform.kernel.DutchTime;

/**
 * When a meeting is: wall time in Europe/Amsterdam, so that "half past seven" stays so when summer time begins. Within one day.
 *
 * @param until the end, after the beginning
 */
public record MeetingTime(LocalDate day, LocalTime from, LocalTime until) {
    /** "About two hours" (domain.md 3.3, S37). */
    public static final Duration USUAL = Duration.ofHours(2);

    public static MeetingTime usual(LocalDate day, LocalTime from) {
        return new MeetingTime(day, from, from.plus(USUAL));
    }

    public Instant startsAt() {
        return day.atTime(from).atZone(DutchTime.ZONE).toInstant();
    }

    public Instant endsAt() {
        return day.atTime(until).atZone(DutchTime.ZONE).toInstant();
    }

    /** Whether nobody can be at both: they overlap, or leave less than an hour to get from one to the other. */
    public boolean clashesWith(MeetingTime other) {
        return day.equals(other.day)
                && from.isBefore(other.until.plusHours(1))
                && other.from.isBefore(until.plusHours(1));
    }
}
