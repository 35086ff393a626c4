package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.aftercare.neighbourhood.dates.RandomRegion;
import nl.aftercare.neighbourhood.domain.Availability.Hours;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When no date fits, the least gives way. */
class ConcessionTest {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-16");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-20");

    @Test
    void aDayLaterIsLessThanAMeetingWithoutThePolice() {
        var police = away(PartnerKind.POLICE, MONDAY, FRIDAY);

        var least = least(request(List.of(List.of(police)), hall(100), 50));

        // Monday after the weekend
        assertThat(least.daysLate()).isEqualTo(3);
        assertThat(least.absent()).isEmpty();
        assertThat(least.option().partnerIds()).containsExactly(police.id());
    }

    @Test
    void withoutThePoliceIsLessThanWeeksLater() {
        var police = away(PartnerKind.POLICE, MONDAY, FRIDAY.plusDays(20));

        var least = least(request(List.of(List.of(police)), hall(100), 50));

        assertThat(least.absent()).containsExactly(PartnerKind.POLICE);
        assertThat(least.daysLate()).isZero();
    }

    @Test
    void aHallThatIsTooSmallSaysHowManySeatsAreMissing() {
        var least = least(request(List.of(), hall(30), 45));

        assertThat(least.seatsShort()).isEqualTo(15);
        assertThat(least.option().time().day()).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void whenTheTermIsOverTheFirstDayThatLeavesTimeIsProposed(int daysOver) {
        var late = new MeetingRequest(
                new UUID(0, 1),
                RobberyKind.COMMERCIAL,
                Unrest.LOW,
                MONDAY,
                MONDAY.minusDays(daysOver),
                0,
                null,
                List.of(),
                List.of());

        assertThat(late.options(DAYS)).isEmpty();
        assertThat(least(late).daysLate()).isEqualTo(daysOver);
        assertThat(least(late).option().time().day()).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @CsvSource({"27, true", "28, false"})
    void fourWeeksBeyondTheLastDayNobodyLooksAnyFurther(int daysAway, boolean isFound) {
        var hall = Sample.hall(50, Sample.away(MONDAY, FRIDAY.plusDays(daysAway)));

        assertThat(Concession.least(request(List.of(), hall, 10), List.of(), DAYS))
                .map(Concession::daysLate)
                .isEqualTo(isFound ? Optional.of(28) : Optional.empty());
    }

    @Test
    void ofDatesForWhichTheSameGivesWayAHandyHourIsBest() {
        var hall = Sample.hall(
                30,
                new Availability(
                        List.of(
                                new Hours(DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(22, 0)),
                                new Hours(DayOfWeek.THURSDAY, LocalTime.of(18, 0), LocalTime.of(21, 0))),
                        List.of()));

        var least = least(request(List.of(), hall, 45));

        assertThat(least.option().time()).isEqualTo(MeetingTime.usual(MONDAY.plusDays(3), LocalTime.of(18, 30)));
        assertThat(least.seatsShort()).isEqualTo(15);
    }

    @Test
    void aHallThatIsTakenAllDayLongIsNoConcession() {
        var hall = Sample.hall(50, Sample.away(MONDAY, MONDAY.plusYears(1)));

        assertThat(Concession.least(request(List.of(), hall, 10), List.of(), DAYS))
                .isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingLessWouldDo(int seed) {
        var requests = RandomRegion.of(1, 6, 3, 4, seed);
        var request = requests.getFirst();
        var taken = requests.stream()
                .skip(1)
                .flatMap(other -> other.options(DAYS).stream().limit(1))
                .toList();

        var least = Concession.least(request, taken, DAYS);

        assertThat(least.map(Concession::cost).orElse(Integer.MAX_VALUE)).isEqualTo(leastOfAll(request, taken));
    }

    /** The rule once more, written as loops over everything. */
    private static int leastOfAll(MeetingRequest request, List<MeetingOption> taken) {
        int least = Integer.MAX_VALUE;
        for (var day = request.earliest(); !day.isAfter(request.latest().plusDays(28)); day = day.plusDays(1)) {
            if (!DAYS.contains(day)) {
                continue;
            }
            for (var start : starts(request.kind())) {
                var time = new MeetingTime(day, start, start.plusHours(2));
                for (var hall : request.venues()) {
                    boolean isTaken = taken.stream()
                            .anyMatch(other ->
                                    hall.equals(other.venue()) && other.time().clashesWith(time));
                    if (isTaken || !hall.availability().covers(time)) {
                        continue;
                    }
                    int cost = Math.max(
                            0, (int) (day.toEpochDay() - request.latest().toEpochDay()));
                    for (var kind : request.partners()) {
                        var free = new ArrayList<>(kind);
                        free.removeIf(partner -> !partner.availability().covers(time)
                                || taken.stream()
                                        .anyMatch(other -> other.partnerIds().contains(partner.id())
                                                && other.time().clashesWith(time)));
                        cost += free.isEmpty() ? 7 : 0;
                    }
                    int missing = Math.max(0, request.expected() - hall.capacity());
                    cost += missing / 10 + (missing % 10 == 0 ? 0 : 1);
                    least = Math.min(least, cost);
                }
            }
        }
        return least;
    }

    private static List<LocalTime> starts(RobberyKind kind) {
        return kind == RobberyKind.COMMERCIAL
                ? List.of(LocalTime.of(8, 0), LocalTime.of(18, 30), LocalTime.of(20, 0))
                : List.of(LocalTime.of(10, 0), LocalTime.of(14, 0), LocalTime.of(19, 30));
    }

    private static Concession least(MeetingRequest request) {
        return Concession.least(request, List.of(), DAYS).orElseThrow();
    }

    private static MeetingRequest request(List<List<Partner>> partners, Venue hall, int expected) {
        return new MeetingRequest(
                hall.id(), RobberyKind.COMMERCIAL, Unrest.LOW, MONDAY, FRIDAY, expected, null, partners, List.of(hall));
    }

    private static Partner away(PartnerKind kind, LocalDate from, LocalDate until) {
        return Sample.partner(kind, List.of(), Sample.away(from, until));
    }

    private static Venue hall(int capacity) {
        return Sample.hall(capacity, Availability.ALWAYS);
    }
}
