package nl.aftercare.neighbourhood.dates;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.CartesianProductMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.RuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.platform.kernel.WorkingDays;

/** Finds dates for the meetings of a region. Blocks the thread that it runs on. */
public final class DateSolver {
    /** Long enough for a region, short enough to wait for. */
    static final Duration LONGEST = Duration.ofSeconds(4);

    private final SolverFactory<RegionPlan> solvers;

    public DateSolver() {
        this(LONGEST);
    }

    /** @param longest satisfied sooner when a second brings nothing better */
    public DateSolver(Duration longest) {
        this(new TerminationConfig().withSpentLimit(longest).withUnimprovedSpentLimit(Duration.ofSeconds(1)));
    }

    /** @param termination when the solver is satisfied */
    DateSolver(TerminationConfig termination) {
        solvers = SolverFactory.create(new SolverConfig()
                .withSolutionClass(RegionPlan.class)
                .withEntityClasses(Booking.class)
                .withConstraintProviderClass(DateConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(0L)
                .withPhases(new ConstructionHeuristicPhaseConfig(), localSearch())
                .withTerminationConfig(termination));
    }

    /** Meetings hold each other in place: two or three have to move together for something better. */
    private static LocalSearchPhaseConfig localSearch() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                        .withMoveSelectors(
                                change(),
                                new SwapMoveSelectorConfig(),
                                together(change(), change()),
                                together(change(), change(), change()),
                                new RuinRecreateMoveSelectorConfig()));
    }

    private static ChangeMoveSelectorConfig change() {
        return new ChangeMoveSelectorConfig();
    }

    private static CartesianProductMoveSelectorConfig together(ChangeMoveSelectorConfig... changes) {
        return new CartesianProductMoveSelectorConfig().withMoveSelectors(changes);
    }

    /**
     * @param agreed meetings that stand, whose halls and partners are taken
     * @return what is chosen for each request that gets a date
     */
    public Map<MeetingRequest, MeetingOption> plan(
            Collection<MeetingRequest> requests, Collection<MeetingOption> agreed, WorkingDays days) {
        var sought = requests.stream().map(request -> Booking.sought(request, request.options(days)));
        var taken = agreed.stream().map(Booking::agreed);
        var bookings = Stream.concat(sought, taken).toList();
        if (bookings.stream().noneMatch(Booking::isSought)) {
            return Map.of();
        }
        var chosen = new LinkedHashMap<MeetingRequest, MeetingOption>();
        solve(bookings).bookings().stream()
                .filter(booking -> booking.isSought() && booking.option() != null)
                .forEach(booking -> chosen.put(booking.request(), booking.chosen()));
        return chosen;
    }

    RegionPlan solve(List<Booking> bookings) {
        return solvers.buildSolver().solve(new RegionPlan(bookings));
    }
}
