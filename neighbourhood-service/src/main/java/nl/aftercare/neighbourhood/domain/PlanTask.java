package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.ActionStatus;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * An action that is still to be done.
 *
 * @param owner subject of the token of who takes it up; null for the coordinators together
 * @param dueOn by when it serves best, Europe/Amsterdam
 */
public record PlanTask(
        UUID planId,
        UUID robberyId,
        Municipality municipality,
        Action action,
        @Nullable String owner,
        LocalDate dueOn,
        Priority priority) {
    /** What to take up first. */
    public static final Comparator<PlanTask> FIRST = Comparator.comparing(PlanTask::priority)
            .thenComparing(PlanTask::dueOn)
            .thenComparing(PlanTask::planId);

    /** How soon, the most urgent first. Much unrest makes an action one step more urgent. */
    public enum Priority {
        /** It is late. */
        NOW,
        /** Within a week. */
        SOON,
        LATER;

        static Priority of(LocalDate dueOn, LocalDate today, Unrest unrest) {
            if (dueOn.isBefore(today)) {
                return NOW;
            }
            var calm = dueOn.isAfter(today.plusDays(DAYS_OF_SOON)) ? LATER : SOON;
            return unrest == Unrest.HIGH ? values()[calm.ordinal() - 1] : calm;
        }
    }

    private static final int DAYS_OF_SOON = 7;

    /** @param today Europe/Amsterdam */
    public static List<PlanTask> of(NeighbourhoodPlan plan, LocalDate today) {
        var outline = plan.outline();
        return plan.allActions().stream()
                .filter(action -> plan.statusOf(action) == ActionStatus.OPEN)
                .map(action -> of(outline, action, today))
                .toList();
    }

    private static PlanTask of(NeighbourhoodPlan.Outline outline, Action action, LocalDate today) {
        var dueOn = action.dueOn(outline);
        return new PlanTask(
                outline.id(),
                outline.robberyId(),
                outline.municipality(),
                action,
                outline.owners().get(action),
                dueOn,
                Priority.of(dueOn, today, outline.unrest()));
    }
}
