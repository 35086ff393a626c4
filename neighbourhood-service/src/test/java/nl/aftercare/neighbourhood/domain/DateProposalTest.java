package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Availability.Hours;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The date that was planned is proposed with two others, and one meeting serves robberies near each other. */
class DateProposalTest {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-16");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final LocalTime CLOSING_TIME = LocalTime.of(18, 30);
    private static final Area HERE = new Area("BU99010102", 2026, null);

    @Test
    void whatWasPlannedComesFirstAndThenTheBestOfTwoOtherDays() {
        var hall = Sample.hall(50, Availability.ALWAYS);

        var proposal = proposal(request(1, hall), option(TUESDAY, hall), List.of());

        assertThat(proposal)
                .isEqualTo(new DateProposal(
                        new UUID(0, 1),
                        List.of(option(TUESDAY, hall), option(MONDAY, hall), option(WEDNESDAY, hall)),
                        List.of(),
                        null));
    }

    @Test
    void whereAHallIsTakenAnotherDayIsProposed() {
        var hall = Sample.hall(50, Availability.ALWAYS);

        var proposal = proposal(request(1, hall), option(TUESDAY, hall), List.of(option(MONDAY, hall)));

        assertThat(proposal.options())
                .containsExactly(option(TUESDAY, hall), option(WEDNESDAY, hall), option(THURSDAY, hall));
    }

    @Test
    void anEarlierDayAtAnUnhandyHourIsNotBetter() {
        var evening = LocalTime.of(22, 0);
        var hall = Sample.hall(
                50,
                new Availability(
                        List.of(
                                new Hours(DayOfWeek.MONDAY, LocalTime.of(20, 0), evening),
                                new Hours(DayOfWeek.TUESDAY, CLOSING_TIME, evening),
                                new Hours(DayOfWeek.THURSDAY, CLOSING_TIME, evening)),
                        List.of()));

        assertThat(proposal(request(1, hall), option(TUESDAY, hall), List.of()).options())
                .containsExactly(
                        option(TUESDAY, hall),
                        option(THURSDAY, hall),
                        new MeetingOption(MeetingTime.usual(MONDAY, LocalTime.of(20, 0)), hall, List.of()));
    }

    @Test
    void robberiesNearEachOtherWithTheSameDateAndHallHaveOneMeeting() {
        var hall = Sample.hall(50, Availability.ALWAYS);
        var request = request(1, hall);
        var planned = option(TUESDAY, hall);

        var proposal = DateProposal.of(
                request,
                Map.of(
                        request,
                        planned,
                        request(2, hall),
                        planned,
                        request(3, hall),
                        option(WEDNESDAY, hall),
                        request(4, null, hall),
                        planned),
                List.of(),
                DAYS);

        assertThat(proposal.jointWith()).containsExactly(new UUID(0, 2));
        assertThat(proposal.options()).startsWith(planned).doesNotContain(option(WEDNESDAY, hall));
    }

    @Test
    void whereNoDateWasFoundItSaysWhatHasToGiveWay() {
        var hall = Sample.hall(30, Availability.ALWAYS);
        var agreed = option(MONDAY, hall);

        var proposal = DateProposal.of(request(1, hall), Map.of(), List.of(agreed), DAYS);

        assertThat(proposal)
                .isEqualTo(new DateProposal(
                        new UUID(0, 1), List.of(), List.of(), new Concession(option(TUESDAY, hall), 0, List.of(), 10)));
    }

    @Test
    void whereNoHallIsFreeAtAllNothingIsProposed() {
        var hall = Sample.hall(50, Sample.away(MONDAY, MONDAY.plusYears(1)));

        assertThat(DateProposal.of(request(1, hall), Map.of(), List.of(), DAYS))
                .isEqualTo(new DateProposal(new UUID(0, 1), List.of(), List.of(), null));
    }

    @Test
    void aMeetingWithoutAHallIsTheSameAsNoOther() {
        var hall = Sample.hall(50, Availability.ALWAYS);

        assertThat(option(MONDAY, hall).isSameAs(option(MONDAY, hall))).isTrue();
        assertThat(option(MONDAY, hall).isSameAs(option(TUESDAY, hall))).isFalse();
        assertThat(option(MONDAY, null).isSameAs(option(MONDAY, null))).isFalse();
    }

    @Test
    void anArrangementTakesItsPartnerForTwoHours() {
        var partner = new UUID(0, 7);
        var arrangement = new Arrangement(
                partner, PartnerKind.BUSINESS_ASSOCIATION, MONDAY.minusDays(3), Instant.parse("2026-03-16T17:30:00Z"));

        assertThat(MeetingOption.of(arrangement))
                .isEqualTo(new MeetingOption(
                        new MeetingTime(MONDAY, CLOSING_TIME, LocalTime.of(20, 30)), null, List.of(partner)));
    }

    private static DateProposal proposal(MeetingRequest request, MeetingOption planned, List<MeetingOption> agreed) {
        return DateProposal.of(request, Map.of(request, planned), agreed, DAYS);
    }

    private static MeetingRequest request(int plan, Venue hall) {
        return request(plan, HERE, hall);
    }

    private static MeetingRequest request(int plan, @Nullable Area area, Venue hall) {
        return new MeetingRequest(
                new UUID(0, plan),
                RobberyKind.COMMERCIAL,
                Unrest.LOW,
                MONDAY,
                MONDAY.plusDays(4),
                40,
                area,
                List.of(),
                List.of(hall));
    }

    private static MeetingOption option(LocalDate day, @Nullable Venue hall) {
        return new MeetingOption(MeetingTime.usual(day, CLOSING_TIME), hall, List.of());
    }
}
