package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Anchor.Event;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.neighbourhood.domain.Forecast.Basis;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingArranged;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingCancelled;
import nl.aftercare.neighbourhood.domain.PlanEvent.WindowAtRisk;
import nl.aftercare.platform.kernel.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes known and is agreed after a plan was opened. */
class PlanOverTimeTest {
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final LocalDate REPORTED_ON = LocalDate.parse("2026-03-04");
    private static final LocalDate DECIDED_ON = LocalDate.parse("2026-03-09");
    private static final Area HERE = new Area("BU99010102", 2026, null);

    @ParameterizedTest
    @CsvSource({"ROBBERY, 2026-03-02, 2026-03-02", "REPORT, 2026-03-04, 2026-03-04", "DECISION, 2026-03-04, 2026-03-09"
    })
    void theWindowRunsFromWhatTheMunicipalitySettled(Event event, LocalDate first, LocalDate afterTheDecision) {
        var plan = anchored(Anchor.at(event, REPORTED_ON));

        assertThat(plan.outline().anchor().event()).isEqualTo(event);
        assertThat(plan.outline().dayZero()).isEqualTo(first);
        assertThat(plan.decided(DECIDED_ON).outline().dayZero()).isEqualTo(afterTheDecision);
    }

    @Test
    void onlyTheFirstDecisionMovesTheWindow() {
        var decided = anchored(Anchor.at(Event.DECISION, REPORTED_ON)).decided(DECIDED_ON);

        assertThat(decided.outline().anchor()).isEqualTo(new Anchor(Event.DECISION, DECIDED_ON, false));
        assertThat(decided.decided(DECIDED_ON.plusDays(5))).isEqualTo(decided);
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {"ROBBERY", "REPORT"})
    void aDecisionIsNotWaitedForWhereTheWindowRunsFromSomethingElse(Event event) {
        var plan = anchored(Anchor.at(event, REPORTED_ON));

        assertThat(plan.outline().anchor().awaitsDecision()).isFalse();
        assertThat(plan.decided(DECIDED_ON)).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({"60, 0, RENTED", "0, 60, OWNER_OCCUPIED", "20, 40, MIXED", "0, 0, RENTED"})
    void homesThatWereCountedGoBeforeWhatWasReported(int rented, int owned, SurroundingsTenure tenure) {
        var audience = new Audience(Scope.NEIGHBOURHOOD, HERE, 60, rented, owned);

        var addressed = opened(RobberyKind.RESIDENTIAL).address(audience).orRefuse();

        assertThat(addressed.state().outline().audience()).isEqualTo(audience);
        assertThat(addressed.state().outline().tenure()).isEqualTo(tenure);
        assertThat(addressed.events()).isEmpty();
    }

    @Test
    void anActionIsTakenUpByOnePersonAndGivenBack() {
        var given = give(opened(RobberyKind.RESIDENTIAL), Action.INFORM_RESIDENTS, "one");
        var both = give(given, Action.TALK_TO_HOUSING_CORPORATION, "two");
        var handedOver = give(both, Action.INFORM_RESIDENTS, "two");
        var givenBack = give(handedOver, Action.INFORM_RESIDENTS, null);

        assertThat(given.outline().owners()).containsOnly(Map.entry(Action.INFORM_RESIDENTS, "one"));
        assertThat(handedOver.outline().owners())
                .containsOnly(
                        Map.entry(Action.INFORM_RESIDENTS, "two"),
                        Map.entry(Action.TALK_TO_HOUSING_CORPORATION, "two"));
        assertThat(givenBack.outline().owners()).containsOnly(Map.entry(Action.TALK_TO_HOUSING_CORPORATION, "two"));
    }

    @Test
    void anActionOfAnotherKindOfRobberyIsNotTakenUp() {
        assertThat(Sample.refusal(opened(RobberyKind.RESIDENTIAL).give(Action.INFORM_ENTREPRENEURS, "one")))
                .isEqualTo("action-does-not-fit");
    }

    @Test
    void thatTheWindowWillBeMissedIsToldAndThatItWillBeKeptIsNot() {
        var plan = opened(RobberyKind.RESIDENTIAL);
        var misses = new Forecast(ROBBED_ON.plusDays(22), true, Basis.NOBODY_ASKED, List.of());
        var keeps = new Forecast(ROBBED_ON.plusDays(21), false, Basis.NOBODY_ASKED, List.of());

        assertThat(plan.expect(misses)).isEqualTo(Decision.accepted(plan, new WindowAtRisk(plan.outline(), misses)));
        assertThat(plan.expect(keeps)).isEqualTo(Decision.unchanged(plan));
    }

    @Test
    void whatPartnersWereAskedForHoldsWhateverBecameKnownMeanwhile() {
        var owned = opened(RobberyKind.RESIDENTIAL)
                .address(new Audience(Scope.NEIGHBOURHOOD, HERE, 60, 0, 60))
                .orRefuse()
                .state();
        var corporation = Sample.partner(PartnerKind.HOUSING_CORPORATION);
        var agreement = agreement(corporation);

        var arranged = new Arranged(owned.outline(), Map.of(), agreement, 1);
        assertThat(Sample.refusal(owned.arrange(corporation, agreement, DECIDED_ON)))
                .isEqualTo("partner-does-not-fit");
        assertThat(owned.agreeAsAsked(agreement)).isEqualTo(Decision.accepted(arranged, new MeetingArranged(arranged)));
    }

    @Test
    void whatWasAgreedFallsAwayAndTheNextAgreementIsARevision() {
        var agreement = agreement(Sample.partner(PartnerKind.POLICE));
        var arranged = opened(RobberyKind.RESIDENTIAL)
                .agreeAsAsked(agreement)
                .orRefuse()
                .state();

        var cancelled = arranged.cancel(DECIDED_ON).orRefuse();

        assertThat(cancelled.events()).containsExactly(new MeetingCancelled(arranged.outline(), DECIDED_ON));
        assertThat(cancelled.state().agreeAsAsked(agreement).orRefuse().state())
                .isEqualTo(new Arranged(arranged.outline(), Map.of(), agreement, 2));
    }

    @Test
    void whereNothingIsAgreedNothingFallsAway() {
        assertThat(Sample.refusal(opened(RobberyKind.RESIDENTIAL).cancel(DECIDED_ON)))
                .isEqualTo("nothing-arranged");
    }

    private static NeighbourhoodPlan give(NeighbourhoodPlan plan, Action action, String person) {
        return plan.give(action, person).orRefuse().state();
    }

    private static Arrangement agreement(Partner partner) {
        return new Arrangement(partner.id(), partner.kind(), DECIDED_ON, Instant.parse("2026-03-26T18:30:00Z"));
    }

    private static NeighbourhoodPlan opened(RobberyKind kind) {
        return new Opened(Sample.outline(kind, ROBBED_ON, Unrest.LOW, SurroundingsTenure.RENTED), Map.of(), 0);
    }

    private static NeighbourhoodPlan anchored(Anchor anchor) {
        return new Opened(
                new Outline(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        Sample.MUNICIPALITY,
                        RobberyKind.COMMERCIAL,
                        ROBBED_ON,
                        anchor,
                        Unrest.LOW,
                        SurroundingsTenure.UNKNOWN,
                        null,
                        null,
                        Map.of()),
                Map.of(),
                0);
    }
}
