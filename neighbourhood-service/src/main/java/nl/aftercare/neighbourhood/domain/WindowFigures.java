package nl.aftercare.neighbourhood.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
 * @param breachReasons per reason, how often nothing was agreed in time; those without one are not in it
 * @param held robberies whose meeting was held
 * @param attended how many people came to these meetings: to a joint one they count once
 */
public record WindowFigures(
        int robberies,
        int agreedByTarget,
        int agreedByLimit,
        int agreedLate,
        int breached,
        int open,
        Map<ActionStep.Reason, Integer> notNeeded,
        Map<BreachReason, Integer> breachReasons,
        int held,
        int attended) {

    /** @param attended how many came to a meeting */
    public record Attendance(UUID meetingId, int attended) {}

    /**
     * @param standing of a plan today
     * @param attendance of the meetings that were held, by plan
     */
    public static WindowFigures of(
            Collection<NeighbourhoodPlan> plans,
            Function<NeighbourhoodPlan, Standing> standing,
            Map<UUID, Attendance> attendance) {
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
                reasons,
                breachReasons(called, standing),
                (int) plans.stream()
                        .filter(plan -> attendance.containsKey(plan.outline().id()))
                        .count(),
                plans.stream()
                        .map(plan -> attendance.get(plan.outline().id()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .mapToInt(Attendance::attended)
                        .sum());
    }

    private static Map<BreachReason, Integer> breachReasons(
            List<NeighbourhoodPlan> plans, Function<NeighbourhoodPlan, Standing> standing) {
        var reasons = new EnumMap<BreachReason, Integer>(BreachReason.class);
        plans.stream()
                .filter(plan -> LATE.contains(standing.apply(plan)))
                .map(plan -> plan.outline().breachReason())
                .filter(Objects::nonNull)
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return reasons;
    }

    private static final Set<Standing> LATE = EnumSet.of(Standing.BREACHED, Standing.AGREED_LATE);

    public WindowFigures {
        notNeeded = Map.copyOf(notNeeded);
        breachReasons = Map.copyOf(breachReasons);
    }

    private static int count(Collection<NeighbourhoodPlan> plans, Predicate<NeighbourhoodPlan> which) {
        return (int) plans.stream().filter(which).count();
    }
}
