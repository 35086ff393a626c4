package nl.aftercare.neighbourhood.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When a partner or a hall can be had for a meeting; all in Europe/Amsterdam.
 *
 * @param hours per week; empty when at any hour
 * @param absences days on which not, whatever the hours say
 */
public record Availability(List<Hours> hours, List<Absence> absences) {
    public static final Availability ALWAYS = new Availability(List.of(), List.of());

    public Availability {
        hours = List.copyOf(hours);
        absences = List.copyOf(absences);
    }

    /** Every week on this day. */
    public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {}

    /** Both days count. */
    public record Absence(LocalDate from, LocalDate until) {}

    public boolean covers(MeetingTime time) {
        return absences.stream()
                        .noneMatch(absence -> !time.day().isBefore(absence.from())
                                && !time.day().isAfter(absence.until()))
                && (hours.isEmpty()
                        || hours.stream()
                                .anyMatch(one -> one.day() == time.day().getDayOfWeek()
                                        && !time.from().isBefore(one.from())
                                        && !time.until().isAfter(one.until())));
    }
}
