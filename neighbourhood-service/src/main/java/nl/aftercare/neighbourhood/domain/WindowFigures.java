package nl.aftercare.neighbourhood.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the promise of week two to three was kept: of the robberies of a period, how many meetings were agreed by the target, by the limit,
 * later, or not at all. Agreed in time counts, whenever the meeting itself is held.
 *
 * @param robberies of which a meeting was called for: those that turned out to need none are left out
 * @param agreedByTarget within 14 days
 * @param agreedByLimit within 21 days, those by the target among them
 * @param agreedLate after the limit
 * @param breached not agreed, and the limit has passed
 * @param open not agreed yet, in time still
 * @param notNeeded per reason, how often a meeting was not needed
 */
public record WindowFigures(
        int robberies,
        int agreedByTarget,
        int agreedByLimit,
        int agreedLate,
        int breached,
        int open,
        Map<ActionStep.Reason, Integer> notNeeded) {

    /** @param standing of a plan today */
    public static WindowFigures of(
            Collection<NeighbourhoodPlan> plans, Function<NeighbourhoodPlan, Standing> standing) {
        var reasons = new EnumMap<ActionStep.Reason, Integer>(ActionStep.Reason.class);
        var called = plans.stream()
                .filter(plan -> plan.whyNoMeeting()
                        .map(reason -> reasons.merge(reason, 1, Integer::sum))
                        .isEmpty())
                .toList();
        return new WindowFigures(
                called.size(),
                count(called, plan -> plan instanceof NeighbourhoodPlan.Arranged arranged && arranged.isByTarget()),
                count(called, plan -> standing.apply(plan) == Standing.AGREED_IN_TIME),
                count(called, plan -> standing.apply(plan) == Standing.AGREED_LATE),
                count(called, plan -> standing.apply(plan) == Standing.BREACHED),
                count(
                        called,
                        plan -> plan instanceof NeighbourhoodPlan.Opened && standing.apply(plan) != Standing.BREACHED),
                reasons);
    }

    public WindowFigures {
        notNeeded = Map.copyOf(notNeeded);
    }

    private static int count(Collection<NeighbourhoodPlan> plans, Predicate<NeighbourhoodPlan> which) {
        return (int) plans.stream().filter(which).count();
    }
}
