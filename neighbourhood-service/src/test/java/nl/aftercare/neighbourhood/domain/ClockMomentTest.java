package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PlanEvent.WindowStruck;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told when: on the last working day before the target and before the limit, and when the limit has passed. */
class ClockMomentTest {
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final ArrangementWindow WINDOW = ArrangementWindow.after(ROBBED_ON);
    private static final WorkingDays DAYS = new WorkingDays(Set.<LocalDate>of()::contains);

    @ParameterizedTest
    @CsvSource({"TARGET_NEAR, 2026-03-13", "LIMIT_NEAR, 2026-03-20", "BREACHED, 2026-03-24"})
    void eachMomentHasItsDay(ClockMoment moment, LocalDate day) {
        assertThat(moment.dayOf(WINDOW, DAYS)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, TARGET_NEAR",
        "2026-03-16, TARGET_NEAR",
        "2026-03-17, LIMIT_NEAR",
        "2026-03-23, LIMIT_NEAR",
        "2026-03-24, BREACHED",
        "2026-03-25,"
    })
    void theClockBeginsWithTheFirstMomentThatStillMakesSense(LocalDate reportedOn, ClockMoment moment) {
        assertThat(ClockMoment.first(WINDOW, reportedOn).orElse(null)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-05, 2026-03-19, TARGET_NEAR",
        "2026-03-02, 2026-02-26, 2026-03-19, LIMIT_NEAR",
        "2026-03-02, 2026-02-20, 2026-03-19, BREACHED",
        "2026-03-02, 2026-02-20, 2026-03-24, BREACHED",
        "2026-03-02, 2026-02-20, 2026-03-25,",
        "2026-02-20, 2026-02-21, 2026-03-19,"
    })
    void ofAWindowThatTurnsOutToBeOverTheBreachIsToldWhereItWasOpenBefore(
            LocalDate before, LocalDate now, LocalDate today, ClockMoment moment) {
        assertThat(ClockMoment.first(ArrangementWindow.after(before), ArrangementWindow.after(now), today))
                .isEqualTo(Optional.ofNullable(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET_NEAR, 2026-03-13, TARGET_NEAR",
        "TARGET_NEAR, 2026-03-20, LIMIT_NEAR",
        "TARGET_NEAR, 2026-04-20, BREACHED",
        "LIMIT_NEAR, 2026-03-23, LIMIT_NEAR",
        "BREACHED, 2026-03-24, BREACHED"
    })
    void ofWhatCameWhileNobodyCouldBeToldOnlyTheLatestIsTold(ClockMoment due, LocalDate today, ClockMoment told) {
        assertThat(strike(opened(), due, today).events()).containsExactly(new WindowStruck(opened().outline(), told));
    }

    @Test
    void eachMomentIsFollowedByTheNextUntilTheBreach() {
        var plan = opened();

        assertThat(plan.nextMoment(ClockMoment.TARGET_NEAR, LocalDate.parse("2026-03-13"), DAYS))
                .contains(ClockMoment.LIMIT_NEAR);
        assertThat(plan.nextMoment(ClockMoment.TARGET_NEAR, LocalDate.parse("2026-03-20"), DAYS))
                .contains(ClockMoment.BREACHED);
        assertThat(plan.nextMoment(ClockMoment.BREACHED, LocalDate.parse("2026-03-24"), DAYS))
                .isEmpty();
    }

    @Test
    void whenNoMeetingIsNeededNobodyIsTold() {
        var step = new ActionStep(Status.NOT_NEEDED, ROBBED_ON, Reason.NO_PARTNER);
        var plan = new Opened(opened().outline(), Map.of(Action.ARRANGE_INFORMATION_MEETING, step), 0);

        assertThat(strike(plan, ClockMoment.BREACHED, LocalDate.parse("2026-03-24"))
                        .events())
                .isEmpty();
    }

    private static Accepted<NeighbourhoodPlan, PlanEvent> strike(
            NeighbourhoodPlan plan, ClockMoment moment, LocalDate today) {
        return plan.strike(moment, today, DAYS).orRefuse();
    }

    private static NeighbourhoodPlan opened() {
        return new Opened(
                Sample.outline(RobberyKind.COMMERCIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.UNKNOWN), Map.of(), 0);
    }
}
