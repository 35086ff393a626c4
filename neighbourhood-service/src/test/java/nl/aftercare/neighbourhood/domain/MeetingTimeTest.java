package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Availability.Absence;
import nl.aftercare.neighbourhood.domain.Availability.Hours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27T18:30:00Z", "2026-03-30, 2026-03-30T17:30:00Z",
        "2026-10-23, 2026-10-23T17:30:00Z", "2026-10-26, 2026-10-26T18:30:00Z"
    })
    void halfPastSevenStaysSoWhenSummerTimeBeginsAndEnds(LocalDate day, String startsAt) {
        assertThat(MeetingTime.usual(day, LocalTime.of(19, 30)).startsAt()).hasToString(startsAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26T19:30:00Z, 2026-03-26T21:30:00Z, 2026-03-26T21:30:00Z",
        "2026-03-26T21:30:00Z, 2026-03-26T22:59:30Z, 2026-03-26T22:59:30Z",
        "2026-03-26T21:30:00Z, 2026-03-26T23:00:00Z, 2026-03-26T22:59:00Z"
    })
    void whatGoesOnPastMidnightEndsWithTheDay(Instant startsAt, Instant endsAt, Instant told) {
        assertThat(MeetingTime.of(startsAt, endsAt).endsAt()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "19:30, true",
        "18:00, true",
        "17:00, true",
        "16:31, true",
        "16:30, false",
        "22:29, true",
        "22:30, false"
    })
    void nobodyIsInTwoPlacesAndAnHourIsLeftToGetThere(LocalTime from, boolean clash) {
        var meeting = MeetingTime.usual(LocalDate.parse("2026-03-26"), LocalTime.of(19, 30));

        var other = MeetingTime.usual(LocalDate.parse("2026-03-26"), from);
        assertThat(meeting.clashesWith(other)).isEqualTo(clash);
        assertThat(other.clashesWith(meeting)).isEqualTo(clash);
        assertThat(meeting.clashesWith(MeetingTime.usual(LocalDate.parse("2026-03-27"), from)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26, 19:30, true", // a Thursday
        "2026-03-26, 18:00, true",
        "2026-03-26, 20:00, true",
        "2026-03-26, 17:59, false",
        "2026-03-26, 20:01, false",
        "2026-03-27, 19:30, false",
        "2026-04-02, 19:30, false", // away
        "2026-04-09, 19:30, false",
        "2026-04-16, 19:30, true"
    })
    void weeklyHoursAndAbsencesSayWhenSomebodyCanBeHad(LocalDate day, LocalTime from, boolean can) {
        var availability = new Availability(
                List.of(new Hours(DayOfWeek.THURSDAY, LocalTime.of(18, 0), LocalTime.of(22, 0))),
                List.of(new Absence(LocalDate.parse("2026-04-02"), LocalDate.parse("2026-04-09"))));

        assertThat(availability.covers(MeetingTime.usual(day, from))).isEqualTo(can);
    }

    @ParameterizedTest
    @CsvSource({
        "BU99010102, 2026, , BU99010102, 2026, , true",
        "WK990101, 2026, , BU99010102, 2026, , true",
        "GM9901, 2026, , WK990101, 2026, , true",
        "GM9901, 2026, , BU99020102, 2026, , false",
        "WK990101, 2025, , BU99010102, 2026, , false",
        "WK990102, 2026, , BU99010102, 2026, , false",
        "BU99010102, 2026, , BU99010102, 2026, Plein, true",
        "BU99010102, 2026, Plein, BU99010102, 2026, plein, true",
        "BU99010102, 2026, Plein, BU99010102, 2026, Straat, false",
        "WK990101, 2026, Plein, BU99010102, 2026, Plein, false",
    })
    void areasMeetWhenOneLiesInTheOtherByTheDivisionOfTheSameYear(
            String code, int year, String place, String otherCode, int otherYear, String otherPlace, boolean meet) {
        var area = new Area(code, year, place);
        var other = new Area(otherCode, otherYear, otherPlace);

        assertThat(area.meets(other)).isEqualTo(meet);
        assertThat(other.meets(area)).isEqualTo(meet);
    }
}
