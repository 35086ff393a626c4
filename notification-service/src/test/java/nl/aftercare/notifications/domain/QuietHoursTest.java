package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    /** King's Day, and the Monday after Easter. */
    private static final WorkingDays DAYS =
            new WorkingDays(Set.of(LocalDate.of(2026, 4, 27), LocalDate.of(2026, 4, 6))::contains);

    private static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), true);

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:00+01:00, 2026-03-03T08:00+01:00",
        "2026-03-03T20:59+01:00, 2026-03-03T20:59+01:00",
        "2026-03-03T21:00+01:00, 2026-03-04T08:00+01:00",
        "2026-03-03T07:59+01:00, 2026-03-03T08:00+01:00",
        "2026-03-03T00:00+01:00, 2026-03-03T08:00+01:00",
        // Friday evening, Saturday and Sunday
        "2026-03-06T21:30+01:00, 2026-03-09T08:00+01:00",
        "2026-03-07T12:00+01:00, 2026-03-09T08:00+01:00",
        "2026-03-08T23:59+01:00, 2026-03-09T08:00+01:00",
        // the clock goes forward on 29 March
        "2026-03-27T22:00+01:00, 2026-03-30T08:00+02:00",
        // Easter, and King's Day on a Monday
        "2026-04-03T22:00+02:00, 2026-04-07T08:00+02:00",
        "2026-04-27T10:00+02:00, 2026-04-28T08:00+02:00"
    })
    void whatIsNotUrgentWaitsForTheMorningOfAWorkingDay(OffsetDateTime now, OffsetDateTime next) {
        assertThat(USUAL.next(now.toInstant(), DAYS)).isEqualTo(next.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T12:30+01:00, 2026-03-03T14:00+01:00",
        "2026-03-03T11:59+01:00, 2026-03-03T11:59+01:00",
        "2026-03-07T14:00+01:00, 2026-03-07T14:00+01:00"
    })
    void quietHoursMayBeWithinADay(OffsetDateTime now, OffsetDateTime next) {
        assertThat(new QuietHours(LocalTime.NOON, LocalTime.of(14, 0), false).next(now.toInstant(), DAYS))
                .isEqualTo(next.toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03T03:00+01:00", "2026-03-07T23:00+01:00", "2026-04-27T10:00+02:00"})
    void withoutQuietHoursAllGoesAtOnce(OffsetDateTime now) {
        assertThat(new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false).next(now.toInstant(), DAYS))
                .isEqualTo(now.toInstant());
    }
}
