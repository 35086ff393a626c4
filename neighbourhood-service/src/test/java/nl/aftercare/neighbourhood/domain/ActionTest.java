package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.ActionStatus;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PlanEvent.ActionRecorded;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done for the neighbourhood, and when. */
class ActionTest {
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");
    private static final ActionStep DONE = new ActionStep(Status.DONE, LocalDate.parse("2026-03-05"), null);

    @Test
    void whatWasDoneIsToldOnce() {
        var once = accepted(opened(RobberyKind.RESIDENTIAL).record(Action.INFORM_RESIDENTS, DONE, TODAY));
        var again = accepted(once.state().record(Action.INFORM_RESIDENTS, DONE, TODAY));

        assertThat(once.events())
                .containsExactly(new ActionRecorded(once.state().outline(), Action.INFORM_RESIDENTS, DONE));
        assertThat(once.state().statusOf(Action.INFORM_RESIDENTS)).isEqualTo(ActionStatus.DONE);
        assertThat(again.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INFORM_ENTREPRENEURS, DONE, 2026-03-05, action-does-not-fit",
        "INFORM_RESIDENTS, DONE, 2026-03-21, in-the-future",
        "INFORM_RESIDENTS, DONE, 2026-03-01, before-robbery",
        "ARRANGE_RESIDENTS_MEETING, DONE, 2026-03-05, arrange-the-meeting"
    })
    void whatCannotBeIsRefused(Action action, Status status, LocalDate on, String refusal) {
        assertThat(refusal(opened(RobberyKind.RESIDENTIAL).record(action, new ActionStep(status, on, null), TODAY)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "INFORM_RESIDENTS, 2026-03-09",
        "TALK_TO_HOUSING_CORPORATION, 2026-03-09",
        "ARRANGE_RESIDENTS_MEETING, 2026-03-16",
        "ARRANGE_PKVW_ADVICE, 2026-03-23"
    })
    void eachActionHasADayBeforeWhichItServesTheMeeting(Action action, LocalDate dueOn) {
        assertThat(action.dueOn(
                        Sample.outline(RobberyKind.COMMERCIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.MIXED)))
                .isEqualTo(dueOn);
    }

    @Test
    void theMeetingIsDoneByArrangingIt() {
        var arranged = arranged(opened(RobberyKind.RESIDENTIAL));

        assertThat(arranged.statusOf(Action.ARRANGE_RESIDENTS_MEETING)).isEqualTo(ActionStatus.DONE);
        assertThat(refusal(arranged.record(Action.ARRANGE_RESIDENTS_MEETING, notNeeded(), TODAY)))
                .isEqualTo("meeting-arranged");
    }

    @Test
    void aMeetingThatWasNotNeededIsNeededAgainWhenItIsArrangedAfterAll() {
        var notNeeded = accepted(
                        opened(RobberyKind.RESIDENTIAL).record(Action.ARRANGE_RESIDENTS_MEETING, notNeeded(), TODAY))
                .state();
        assertThat(notNeeded.statusOf(Action.ARRANGE_RESIDENTS_MEETING)).isEqualTo(ActionStatus.NOT_NEEDED);

        assertThat(arranged(notNeeded).statusOf(Action.ARRANGE_RESIDENTS_MEETING))
                .isEqualTo(ActionStatus.DONE);
    }

    @Test
    void aReclassifiedRobberyHasTheOtherActionsAndKeepsWhatWasDone() {
        var done = accepted(opened(RobberyKind.COMMERCIAL).record(Action.INFORM_ENTREPRENEURS, DONE, TODAY))
                .state();

        var home = done.redraw(RobberyKind.RESIDENTIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.RENTED);

        assertThat(home.allActions()).contains(Action.INFORM_ENTREPRENEURS, Action.INFORM_RESIDENTS);
        assertThat(home.allActions()).doesNotContain(Action.REFER_CAMERA_NINE_POINTS);
        assertThat(home.statusOf(Action.INFORM_ENTREPRENEURS)).isEqualTo(ActionStatus.DONE);
    }

    @Test
    void ofAReportThatWasMergedNothingMoreIsToBeDone() {
        var done = accepted(opened(RobberyKind.RESIDENTIAL).record(Action.INFORM_RESIDENTS, DONE, TODAY))
                .state();

        var merged = done.close(Reason.MERGED, TODAY);

        assertThat(merged.allActions()).noneMatch(action -> merged.statusOf(action) == ActionStatus.OPEN);
        assertThat(merged.statusOf(Action.INFORM_RESIDENTS)).isEqualTo(ActionStatus.DONE);
        assertThat(merged.actions().get(Action.LOCAL_DISCOUNT_CAMPAIGN).reason())
                .isEqualTo(Reason.MERGED);
    }

    @Test
    void whatTurnedOutToBeNoRobberyAsksForNothingUntilItIsOneAfterAll() {
        var none = arranged(opened(RobberyKind.RESIDENTIAL)).close(Reason.NOT_A_ROBBERY, TODAY);

        assertThat(none.whyNoMeeting()).contains(Reason.NOT_A_ROBBERY);
        assertThat(none.allActions()).noneMatch(action -> none.statusOf(action) == ActionStatus.OPEN);
        assertThat(none.reopen().statusOf(Action.INFORM_RESIDENTS)).isEqualTo(ActionStatus.OPEN);
        assertThat(none.reopen().statusOf(Action.ARRANGE_RESIDENTS_MEETING)).isEqualTo(ActionStatus.DONE);
        assertThat(none.reopen().whyNoMeeting()).isEmpty();
    }

    @Test
    void whatIsRecordedStaysWhateverIsRecordedNext() {
        var informed = accepted(opened(RobberyKind.RESIDENTIAL).record(Action.INFORM_RESIDENTS, DONE, TODAY))
                .state();
        var talked = accepted(informed.record(Action.TALK_TO_HOUSING_CORPORATION, DONE, TODAY))
                .state();
        var after = arranged(talked).close(Reason.NOT_A_ROBBERY, TODAY).reopen();

        assertThat(after.actions())
                .containsOnly(
                        Map.entry(Action.INFORM_RESIDENTS, DONE), Map.entry(Action.TALK_TO_HOUSING_CORPORATION, DONE));
    }

    @Test
    void aMeetingIsCalledForWhateverElseIsNotNeededAndWhateverWasSaidOfAnotherKindOfRobbery() {
        var noDiscount = accepted(
                        opened(RobberyKind.RESIDENTIAL).record(Action.LOCAL_DISCOUNT_CAMPAIGN, notNeeded(), TODAY))
                .state();
        var reclassified = accepted(
                        opened(RobberyKind.COMMERCIAL).record(Action.ARRANGE_INFORMATION_MEETING, notNeeded(), TODAY))
                .state()
                .redraw(RobberyKind.RESIDENTIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.MIXED);

        assertThat(noDiscount.whyNoMeeting()).isEmpty();
        assertThat(reclassified.whyNoMeeting()).isEmpty();
    }

    @Test
    void whatDoesNotFitTheHomesAroundStaysSoWhenThePlanIsClosed() {
        var owned = opened(RobberyKind.RESIDENTIAL)
                .redraw(RobberyKind.RESIDENTIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.OWNER_OCCUPIED)
                .close(Reason.MERGED, TODAY);

        assertThat(owned.statusOf(Action.TALK_TO_HOUSING_CORPORATION)).isEqualTo(ActionStatus.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionIsFoundByItsNameInPathsAndSaysWhatToDo(Action action) {
        assertThat(Action.named(action.code())).contains(action);
        assertThat(action.label()).isNotBlank().doesNotContain("_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFORM_RESIDENTS", "inform_residents", "inform", ""})
    void whatIsNotTheNameOfAnActionFindsNone(String name) {
        assertThat(Action.INFORM_RESIDENTS.code()).isEqualTo("inform-residents");
        assertThat(Action.named(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aPersonGivesEveryReasonButThoseThatFollowFromWhatIsKnown(Reason reason) {
        assertThat(reason.isFound()).isEqualTo(reason == Reason.MERGED || reason == Reason.NOT_A_ROBBERY);
    }

    private static ActionStep notNeeded() {
        return new ActionStep(Status.NOT_NEEDED, LocalDate.parse("2026-03-05"), Reason.PARTNER_DECLINED);
    }

    private static NeighbourhoodPlan arranged(NeighbourhoodPlan plan) {
        var partner = Sample.partner(PartnerKind.POLICE);
        var arrangement = new Arrangement(
                partner.id(), partner.kind(), LocalDate.parse("2026-03-12"), Instant.parse("2026-03-26T19:00:00Z"));
        return accepted(plan.arrange(partner, arrangement, TODAY)).state();
    }

    private static NeighbourhoodPlan opened(RobberyKind kind) {
        return new Opened(Sample.outline(kind, ROBBED_ON, Unrest.LOW, SurroundingsTenure.MIXED), Map.of(), 0);
    }

    private static Accepted<NeighbourhoodPlan, PlanEvent> accepted(Decision<NeighbourhoodPlan, PlanEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted<NeighbourhoodPlan, PlanEvent>) decision;
    }

    @Test
    void withMuchUnrestNeighboursAreToldAndPartnersAskedSooner() {
        var calm = Sample.outline(RobberyKind.RESIDENTIAL, ROBBED_ON, Unrest.LOW, SurroundingsTenure.MIXED);
        var unrest = Sample.outline(RobberyKind.RESIDENTIAL, ROBBED_ON, Unrest.HIGH, SurroundingsTenure.MIXED);

        assertThat(Action.INFORM_RESIDENTS.dueOn(calm)).isEqualTo(ROBBED_ON.plusDays(7));
        assertThat(Action.INFORM_RESIDENTS.dueOn(unrest)).isEqualTo(ROBBED_ON.plusDays(3));
        assertThat(Action.ARRANGE_RESIDENTS_MEETING.dueOn(unrest)).isEqualTo(ROBBED_ON.plusDays(14));
    }

    private static String refusal(Decision<NeighbourhoodPlan, PlanEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<NeighbourhoodPlan, PlanEvent>) decision).refusal().code();
    }
}
