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

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public static MeetingTime usual(LocalDate day, LocalTime from) {
        var startsAt = day.atTime(from).atZone(DutchTime.ZONE).toInstant();
        return of(startsAt, startsAt.plus(USUAL));
    }

    /** @param endsAt where it is not on the same day, the day's last minute counts */
    public static MeetingTime of(Instant startsAt, Instant endsAt) {
        var from = startsAt.atZone(DutchTime.ZONE);
        var until = endsAt.atZone(DutchTime.ZONE);
        return new MeetingTime(
                from.toLocalDate(),
                from.toLocalTime(),
                until.toLocalDate().equals(from.toLocalDate()) ? until.toLocalTime() : LAST_MINUTE);
    }

    public Instant startsAt() {
        return day.atTime(from).atZone(DutchTime.ZONE).toInstant();
    }

    public Instant endsAt() {
        return day.atTime(until).atZone(DutchTime.ZONE).toInstant();
    }

    /** Whether nobody can be at both: they overlap, or leave less than an hour to get from one to the other. */
    public boolean clashesWith(MeetingTime other) {
        return day.equals(other.day) && isWithinAnHour(other.until, from) && isWithinAnHour(until, other.from);
    }

    private static boolean isWithinAnHour(LocalTime end, LocalTime start) {
        return Duration.between(end, start).compareTo(Duration.ofHours(1)) < 0;
    }
}
