package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PlanTask.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a coordinator takes up first. */
class PlanTaskTest {
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");

    @ParameterizedTest
    @CsvSource({
        "2026-03-11, LOW, NOW",
        "2026-03-12, LOW, SOON",
        "2026-03-19, LOW, SOON",
        "2026-03-20, LOW, LATER",
        "2026-03-20, UNKNOWN, LATER",
        "2026-03-11, HIGH, NOW",
        "2026-03-12, HIGH, NOW",
        "2026-03-19, HIGH, NOW",
        "2026-03-20, HIGH, SOON"
    })
    void whatIsLateIsDoneNowAndUnrestMakesAllMoreUrgent(LocalDate dueOn, Unrest unrest, Priority priority) {
        assertThat(Priority.of(dueOn, TODAY, unrest)).isEqualTo(priority);
    }

    @Test
    void whatIsOpenIsATaskOfWhoTookItUp() {
        var plan = plan(Map.of())
                .give(Action.ARRANGE_INFORMATION_MEETING, "coordinator")
                .orRefuse()
                .state();

        assertThat(PlanTask.of(plan, TODAY))
                .contains(
                        task(1, Action.ARRANGE_INFORMATION_MEETING, "coordinator", "2026-03-16", Priority.SOON),
                        task(1, Action.INFORM_ENTREPRENEURS, null, "2026-03-09", Priority.NOW),
                        task(1, Action.REFER_CAMERA_NINE_POINTS, null, "2026-03-23", Priority.LATER));
    }

    @Test
    void whatIsDoneOrNotNeededIsNoTask() {
        var plan = plan(Map.of(
                Action.INFORM_ENTREPRENEURS, new ActionStep(Status.DONE, TODAY, null),
                Action.ARRANGE_INFORMATION_MEETING, new ActionStep(Status.NOT_NEEDED, TODAY, null)));

        assertThat(PlanTask.of(plan, TODAY))
                .extracting(PlanTask::action)
                .containsExactly(
                        Action.TALK_TO_BUSINESS_ASSOCIATION,
                        Action.ADVISE_SAFE_BUSINESS_CERTIFICATE,
                        Action.OFFER_SKIM_SAFE_OR_TERMINAL,
                        Action.REFER_CAMERA_NINE_POINTS);
    }

    @Test
    void theMostUrgentComesFirstThenWhatIsDueSoonest() {
        var now = task(2, Action.INFORM_RESIDENTS, null, "2026-03-19", Priority.NOW);
        var soonest = task(2, Action.INFORM_RESIDENTS, null, "2026-03-13", Priority.SOON);
        var firstPlan = task(1, Action.INFORM_RESIDENTS, null, "2026-03-14", Priority.SOON);
        var secondPlan = task(2, Action.INFORM_RESIDENTS, null, "2026-03-14", Priority.SOON);

        assertThat(Stream.of(secondPlan, firstPlan, soonest, now).sorted(PlanTask.FIRST))
                .isEqualTo(List.of(now, soonest, firstPlan, secondPlan));
    }

    private static PlanTask task(int plan, Action action, String owner, String dueOn, Priority priority) {
        return new PlanTask(
                new UUID(0, plan),
                new UUID(0, 2),
                Sample.MUNICIPALITY,
                action,
                owner,
                LocalDate.parse(dueOn),
                priority);
    }

    private static NeighbourhoodPlan plan(Map<Action, ActionStep> actions) {
        return new Opened(
                Sample.outline(RobberyKind.COMMERCIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.UNKNOWN), actions, 0);
    }
}
