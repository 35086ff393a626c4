package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of week two to three: calendar days, reminders on working days. */
class StandingTest {
    /** King's Day, 5 May and Ascension of 2026, and both Christmas days. */
    private static final WorkingDays DAYS = new WorkingDays(Set.of(
            LocalDate.parse("2026-04-27"),
            LocalDate.parse("2026-05-05"),
            LocalDate.parse("2026-05-14"),
            LocalDate.parse("2026-12-25"),
            LocalDate.parse("2026-12-26"))::contains);

    @ParameterizedTest
    @CsvSource({
        // Monday 2 March: target Monday 16, limit Monday 23
        "2026-03-02, 2026-03-02, ON_TRACK",
        "2026-03-02, 2026-03-12, ON_TRACK",
        "2026-03-02, 2026-03-13, TARGET_NEAR",
        "2026-03-02, 2026-03-15, TARGET_NEAR",
        "2026-03-02, 2026-03-16, TARGET_NEAR",
        "2026-03-02, 2026-03-17, TARGET_PASSED",
        "2026-03-02, 2026-03-19, TARGET_PASSED",
        "2026-03-02, 2026-03-20, LIMIT_NEAR",
        "2026-03-02, 2026-03-23, LIMIT_NEAR",
        "2026-03-02, 2026-03-24, BREACHED",
        // Monday 13 April: target is King's Day itself, which does not move; the reminder does
        "2026-04-13, 2026-04-23, ON_TRACK",
        "2026-04-13, 2026-04-24, TARGET_NEAR",
        "2026-04-13, 2026-04-28, TARGET_PASSED",
        // Friday 24 April: limit is Friday 15 May, after Ascension
        "2026-04-24, 2026-05-12, TARGET_PASSED",
        "2026-04-24, 2026-05-13, LIMIT_NEAR",
        "2026-04-24, 2026-05-16, BREACHED",
        // 29 February, and the night in which the clock changes
        "2028-02-29, 2028-03-14, TARGET_NEAR",
        "2028-02-29, 2028-03-21, LIMIT_NEAR",
        "2028-02-29, 2028-03-22, BREACHED",
        "2026-03-08, 2026-03-29, LIMIT_NEAR",
        "2026-03-08, 2026-03-30, BREACHED",
        // Christmas: limit Saturday 26 December, last working day Thursday 24
        "2026-12-05, 2026-12-23, TARGET_PASSED",
        "2026-12-05, 2026-12-24, LIMIT_NEAR",
        "2026-12-05, 2026-12-27, BREACHED"
    })
    void whileNothingIsAgreedTheClockRuns(LocalDate robbedOn, LocalDate today, Standing standing) {
        assertThat(opened(robbedOn).standing(today, DAYS)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        // agreed on day 20 and held on day 40 is in time, agreed on day 24 is not
        "2026-03-22, 2026-04-11T18:00:00Z, AGREED_IN_TIME",
        "2026-03-23, 2026-04-11T18:00:00Z, AGREED_IN_TIME",
        "2026-03-24, 2026-03-25T18:00:00Z, AGREED_LATE",
        "2026-03-26, 2026-03-27T18:00:00Z, AGREED_LATE"
    })
    void whatIsAgreedIsJudgedOnTheDayOfTheAgreement(LocalDate agreedOn, Instant startsAt, Standing standing) {
        assertThat(arranged(agreedOn, startsAt).standing(LocalDate.parse("2026-12-01"), DAYS))
                .isEqualTo(standing);
    }

    @Test
    void aMeetingThatIsNotNeededIsNeverLate() {
        assertThat(notNeeded(Reason.PARTNER_DECLINED).standing(LocalDate.parse("2027-01-01"), DAYS))
                .isEqualTo(Standing.NOT_NEEDED);
    }

    @Test
    void theFiguresCountEachRobberyThatCalledForAMeetingOnce() {
        var start = Instant.parse("2026-04-11T18:00:00Z");
        var plans = List.<NeighbourhoodPlan>of(
                arranged(LocalDate.parse("2026-03-16"), start),
                arranged(LocalDate.parse("2026-03-17"), start),
                arranged(LocalDate.parse("2026-03-24"), start),
                explained(opened(LocalDate.parse("2026-03-02"))),
                opened(LocalDate.parse("2026-03-20")),
                notNeeded(Reason.MERGED),
                notNeeded(Reason.NO_PARTNER),
                notNeeded(Reason.NO_PARTNER));

        assertThat(WindowFigures.of(plans, plan -> plan.standing(LocalDate.parse("2026-03-25"), DAYS), Map.of()))
                .isEqualTo(new WindowFigures(
                        5,
                        1,
                        2,
                        1,
                        1,
                        1,
                        Map.of(Reason.MERGED, 1, Reason.NO_PARTNER, 2),
                        Map.of(BreachReason.PARTNER_DID_NOT_ANSWER, 1),
                        0,
                        0));
    }

    @Test
    void onlyOfWhatIsMissedTheReasonsCount() {
        var missed = explained(opened(LocalDate.parse("2026-03-02")));
        var afterAll = missed.redraw(
                RobberyKind.COMMERCIAL, LocalDate.parse("2026-03-20"), Unrest.LOW, SurroundingsTenure.UNKNOWN);
        var plans = List.of(missed, afterAll, opened(LocalDate.parse("2026-03-20")));

        var figures = WindowFigures.of(plans, plan -> plan.standing(LocalDate.parse("2026-03-25"), DAYS), Map.of());

        assertThat(figures.breachReasons()).containsExactly(Map.entry(BreachReason.PARTNER_DID_NOT_ANSWER, 1));
        assertThat(figures.breached()).isEqualTo(1);
        assertThat(figures.open()).isEqualTo(2);
    }

    @Test
    void whoCameToAJointMeetingCountsOnce() {
        var attendance = new WindowFigures.Attendance(UUID.randomUUID(), 48);
        var plans = List.of(opened(LocalDate.parse("2026-03-02")), opened(LocalDate.parse("2026-03-02")));

        var figures = WindowFigures.of(
                plans,
                plan -> Standing.BREACHED,
                Map.of(plans.getFirst().outline().id(), attendance));

        assertThat(figures.held()).isEqualTo(2);
        assertThat(figures.attended()).isEqualTo(48);
    }

    @Test
    void aBreachIsExplainedOnceItIsOne() {
        var plan = opened(LocalDate.parse("2026-03-02"));

        assertThat(plan.explainBreach(BreachReason.NO_TIME, LocalDate.parse("2026-03-23"), DAYS))
                .isInstanceOf(Decision.Refused.class);
        assertThat(explained(plan).outline().breachReason()).isEqualTo(BreachReason.PARTNER_DID_NOT_ANSWER);
    }

    private static NeighbourhoodPlan explained(NeighbourhoodPlan plan) {
        return plan.explainBreach(BreachReason.PARTNER_DID_NOT_ANSWER, LocalDate.parse("2026-03-24"), DAYS)
                .orRefuse()
                .state();
    }

    private static NeighbourhoodPlan notNeeded(Reason reason) {
        var step = new ActionStep(Status.NOT_NEEDED, LocalDate.parse("2026-03-05"), reason);
        return new Opened(outline(LocalDate.parse("2026-03-02")), Map.of(Action.ARRANGE_INFORMATION_MEETING, step), 0);
    }

    private static Arranged arranged(LocalDate agreedOn, Instant startsAt) {
        var arrangement = new Arrangement(UUID.randomUUID(), PartnerKind.BUSINESS_ASSOCIATION, agreedOn, startsAt);
        return new Arranged(outline(LocalDate.parse("2026-03-02")), Map.of(), arrangement, 1);
    }

    private static NeighbourhoodPlan opened(LocalDate robbedOn) {
        return new Opened(outline(robbedOn), Map.of(), 0);
    }

    private static Outline outline(LocalDate robbedOn) {
        return Sample.outline(RobberyKind.COMMERCIAL, robbedOn, Unrest.LOW, SurroundingsTenure.UNKNOWN);
    }
}
