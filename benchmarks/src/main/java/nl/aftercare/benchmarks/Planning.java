package nl.aftercare.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.aftercare.neighbourhood.dates.DateSolver;
import nl.aftercare.neighbourhood.dates.RandomRegion;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * Dates for a region of 20 municipalities, 300 partners and 60 open robberies, on one thread. Beside it what no solver can do without or
 * better: to list the options at all, and each meeting on its own best date as if there were no other.
 */
final class Planning {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final List<Duration> TIMES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    void run() {
        var requests = RandomRegion.of(20, 300, 60, 28, 1);
        // the solver's classes are loaded once in the life of a service
        new DateSolver(Duration.ofSeconds(2)).plan(requests, List.of(), DAYS);
        long start = System.nanoTime();
        long options = requests.stream()
                .mapToLong(request -> request.options(DAYS).size())
                .sum();
        System.out.printf(
                "limit: %d options listed in %d ms; cost of each alone %d%n", options, ms(start), alone(requests));
        for (var time : TIMES) {
            long begun = System.nanoTime();
            var chosen = new DateSolver(time).plan(requests, List.of(), DAYS);
            System.out.printf(
                    "%4d ms allowed, %4d taken: %d of %d dated, %d clashes, cost %d, %d meetings, first %s, last %s%n",
                    time.toMillis(),
                    ms(begun),
                    chosen.size(),
                    requests.size(),
                    clashes(chosen),
                    cost(chosen),
                    chosen.values().stream().distinct().count(),
                    day(chosen, Comparator.naturalOrder()),
                    day(chosen, Comparator.reverseOrder()));
        }
    }

    private static int alone(List<MeetingRequest> requests) {
        return requests.stream()
                .mapToInt(request -> request.options(DAYS).stream()
                        .mapToInt(request::cost)
                        .min()
                        .orElse(0))
                .sum();
    }

    private static int cost(Map<MeetingRequest, MeetingOption> chosen) {
        return chosen.entrySet().stream()
                .mapToInt(entry -> entry.getKey().cost(entry.getValue()))
                .sum();
    }

    private static long clashes(Map<MeetingRequest, MeetingOption> chosen) {
        var all = List.copyOf(chosen.entrySet());
        long clashes = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                clashes += clash(all.get(i), all.get(j)) ? 1 : 0;
            }
        }
        return clashes;
    }

    private static boolean clash(Entry<MeetingRequest, MeetingOption> one, Entry<MeetingRequest, MeetingOption> other) {
        boolean isOneMeeting =
                one.getKey().isNear(other.getKey()) && one.getValue().isSameAs(other.getValue());
        return !isOneMeeting && one.getValue().clashesWith(other.getValue());
    }

    private static LocalDate day(Map<MeetingRequest, MeetingOption> chosen, Comparator<LocalDate> order) {
        return chosen.values().stream()
                .map(option -> option.time().day())
                .min(order)
                .orElseThrow();
    }

    private static long ms(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }
}
