package nl.aftercare.neighbourhood.dates;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All meetings of a region. */
@PlanningSolution
class RegionPlan {
    @PlanningEntityCollectionProperty
    private List<Booking> bookings;

    @PlanningScore
    @Nullable
    private HardMediumSoftScore score;

    /** For the solver, which clones. */
    @SuppressWarnings({"NullAway", "unused"})
    RegionPlan() {}

    RegionPlan(List<Booking> bookings) {
        this.bookings = List.copyOf(bookings);
    }

    List<Booking> bookings() {
        return bookings;
    }

    @Nullable
    HardMediumSoftScore score() {
        return score;
    }
}
