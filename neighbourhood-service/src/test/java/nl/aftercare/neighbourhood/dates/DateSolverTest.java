package nl.aftercare.neighbourhood.dates;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.neighbourhood.domain.MeetingTime;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solver, held against a count of our own that tries everything. */
class DateSolverTest {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final DateSolver QUICK = trying(2_000);
    private static final DateSolver THOROUGH = trying(120_000);
    private static final int OPTIONS_TO_TRY_ALL_OF = 9;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onSmallInstancesItFindsTheOptimum(int seed) {
        var requests = RandomRegion.of(1, 5, 4, 3, seed);
        var options = requests.stream().map(request -> few(request)).toList();

        var found = THOROUGH.solve(bookings(requests, options));

        assertThat(found.score()).isEqualTo(best(requests, options, new HashMap<>()));
    }

    @Test
    void inAThousandRegionsNobodyAndNoHallIsBookedTwice() {
        for (int seed = 0; seed < 1_000; seed++) {
            var requests = RandomRegion.of(1 + seed % 3, 12, 5, 14, seed);

            var chosen = QUICK.plan(requests, List.of(), DAYS);

            assertThat(score(requests, chosen).hardScore()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void aWholeRegionGetsItsDates() {
        var requests = RandomRegion.of(20, 300, 60, 28, 1);

        var chosen = trying(100_000).plan(requests, List.of(), DAYS);

        assertThat(score(requests, chosen).hardScore()).isZero();
        assertThat(chosen.size()).isEqualTo(requests.size());
    }

    @Test
    void whatIsAgreedStaysAndIsPlannedAround() {
        var requests = RandomRegion.of(1, 8, 1, 14, 3);
        var free = QUICK.plan(requests, List.of(), DAYS).values().iterator().next();

        var chosen = QUICK.plan(requests, List.of(free), DAYS).values();

        assertThat(chosen).hasSize(1).noneMatch(free::clashesWith);
    }

    @Test
    void robberiesNearEachOtherGetOneMeeting() {
        var one = RandomRegion.of(1, 8, 1, 14, 3).getFirst();
        var other = new MeetingRequest(
                UUID.randomUUID(),
                one.kind(),
                one.unrest(),
                one.earliest(),
                one.latest(),
                0,
                one.area(),
                one.partners(),
                one.venues());

        var chosen = QUICK.plan(List.of(one, other), List.of(), DAYS);

        assertThat(Set.copyOf(chosen.values())).hasSize(1);
        assertThat(chosen).hasSize(2);
    }

    @Test
    void withNothingToPlanNothingIsPlanned() {
        assertThat(QUICK.plan(List.of(), List.of(), DAYS)).isEmpty();
    }

    private static DateSolver trying(long tries) {
        return new DateSolver(new TerminationConfig().withScoreCalculationCountLimit(tries));
    }

    private static List<MeetingOption> few(MeetingRequest request) {
        return request.options(DAYS).stream().limit(OPTIONS_TO_TRY_ALL_OF).toList();
    }

    private static List<Booking> bookings(List<MeetingRequest> requests, List<List<MeetingOption>> options) {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> Booking.sought(requests.get(i), options.get(i)))
                .toList();
    }

    /** Of all ways to give the remaining requests a date, or none. */
    private static HardMediumSoftScore best(
            List<MeetingRequest> requests,
            List<List<MeetingOption>> options,
            Map<MeetingRequest, MeetingOption> chosen) {
        int next = next(requests, chosen);
        if (next == requests.size()) {
            var dated = new HashMap<>(chosen);
            dated.values().removeIf(option -> option == NO_DATE);
            return score(requests, dated);
        }
        var request = requests.get(next);
        var all = new ArrayList<>(options.get(next));
        all.add(NO_DATE);
        HardMediumSoftScore best = null;
        for (var option : all) {
            chosen.put(request, option);
            var score = best(requests, options, chosen);
            best = best == null || score.compareTo(best) > 0 ? score : best;
        }
        chosen.remove(request);
        return best;
    }

    private static final MeetingOption NO_DATE =
            new MeetingOption(MeetingTime.usual(LocalDate.EPOCH, LocalTime.NOON), null, List.of());

    private static int next(List<MeetingRequest> requests, Map<MeetingRequest, MeetingOption> chosen) {
        return (int) requests.stream().filter(chosen::containsKey).count();
    }

    /** The rules once more, written as loops. */
    private static HardMediumSoftScore score(List<MeetingRequest> requests, Map<MeetingRequest, MeetingOption> chosen) {
        int hard = 0;
        int medium = 0;
        int soft = 0;
        var dated = List.copyOf(chosen.entrySet());
        for (int i = 0; i < dated.size(); i++) {
            for (int j = i + 1; j < dated.size(); j++) {
                if (areOneMeeting(dated.get(i), dated.get(j))) {
                    soft += 25;
                } else if (dated.get(i).getValue().clashesWith(dated.get(j).getValue())) {
                    hard -= 1;
                }
            }
        }
        var filled = new HashMap<List<Object>, Integer>();
        var load = new HashMap<UUID, Set<MeetingTime>>();
        for (var one : dated) {
            var option = one.getValue();
            soft -= one.getKey().cost(option);
            option.partnerIds().forEach(partner -> load.computeIfAbsent(partner, p -> new HashSet<>())
                    .add(option.time()));
            if (option.venue() != null) {
                filled.merge(
                        List.of(option.time(), option.venue()), one.getKey().expected(), Integer::sum);
            }
        }
        for (var hall : filled.entrySet()) {
            int seats = ((Venue) hall.getKey().get(1)).capacity();
            hard -= Math.max(0, hall.getValue() - seats);
        }
        for (var times : load.values()) {
            soft -= 2 * times.size() * times.size();
        }
        for (var request : requests) {
            if (!chosen.containsKey(request)) {
                medium -= request.unrest() == Unrest.HIGH ? 2 : 1;
            }
        }
        return HardMediumSoftScore.of(hard, medium, soft);
    }

    private static boolean areOneMeeting(
            Entry<MeetingRequest, MeetingOption> one, Entry<MeetingRequest, MeetingOption> other) {
        return one.getKey().isNear(other.getKey()) && one.getValue().isSameAs(other.getValue());
    }
}
