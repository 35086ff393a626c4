package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.DecisionTable.Conclusion;
import nl.aftercare.offers.domain.MeasureLife.FollowUp;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import nl.aftercare.offers.domain.MeasureStep.Reason;
import nl.aftercare.offers.domain.OfferEvent.MeasureProgressed;
import nl.aftercare.offers.domain.OfferEvent.OfferComposed;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a measure, from proposed to looked back at. */
class MeasureLifeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
    private static final String CHAIN = "door-chain";
    private static final String MEDIATION = "restorative-mediation";
    private static final Facts FACTS = Facts.ofRobbery(new Facts.Robbery(
            RobberyKind.RESIDENTIAL, LocalDate.parse("2026-03-02"), Fact.YES, Fact.NO, Fact.NO, Fact.UNKNOWN));

    @Test
    void aMeasureIsAcceptedReferredDeliveredAndSeenMounted() {
        var offer = after(Kind.ACCEPTED, Kind.REFERRED, Kind.REFERRAL_ACCEPTED, Kind.DELIVERED, Kind.SEEN_MOUNTED);

        assertThat(offer.life(CHAIN).status()).isEqualTo(Kind.SEEN_MOUNTED);
        assertThat(offer.life(CHAIN).steps()).hasSize(5);
    }

    @Test
    void eachStepIsTold() {
        var decision = accepted(offered().record(CHAIN, step(Kind.ACCEPTED), rules("OFFER"), TODAY));

        assertThat(decision.events())
                .containsExactly(
                        new MeasureProgressed(decision.state(), CHAIN, "Kierstandhouder", step(Kind.ACCEPTED)));
    }

    static Stream<List<Kind>> wrongOrders() {
        return Stream.of(
                List.of(Kind.REFERRED),
                List.of(Kind.DELIVERED),
                List.of(Kind.SIX_WEEKS_LATER),
                List.of(Kind.DECLINED, Kind.DELIVERED),
                List.of(Kind.ACCEPTED, Kind.REFERRAL_ACCEPTED),
                List.of(Kind.ACCEPTED, Kind.SEEN_MOUNTED),
                List.of(Kind.ACCEPTED, Kind.SIX_WEEKS_LATER),
                List.of(Kind.ACCEPTED, Kind.REFERRED, Kind.DECLINED),
                List.of(Kind.ACCEPTED, Kind.DELIVERED, Kind.DECLINED),
                List.of(Kind.ACCEPTED, Kind.DELIVERED, Kind.REFERRED),
                List.of(Kind.ACCEPTED, Kind.NOT_DELIVERED, Kind.SIX_WEEKS_LATER));
    }

    @ParameterizedTest
    @MethodSource("wrongOrders")
    void whatCannotFollowIsRefusedAndChangesNothing(List<Kind> steps) {
        var before = after(steps.subList(0, steps.size() - 1).toArray(Kind[]::new));

        assertThat(refusal(before.record(CHAIN, step(steps.getLast()), rules("OFFER"), TODAY)))
                .isEqualTo("wrong-order");
    }

    @Test
    void theLastStepAgainChangesNothing() {
        var once = after(Kind.ACCEPTED, Kind.REFERRED);

        var again = accepted(once.record(CHAIN, step(Kind.REFERRED), rules("OFFER"), TODAY));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-02, in-the-future", "2026-03-31, before-last-step", "2026-03-01, before-robbery"})
    void aStepHasADayThatCanBe(LocalDate on, String refusal) {
        var step = new MeasureStep(Kind.DELIVERED, on, null, null, null);

        assertThat(refusal(after(Kind.ACCEPTED).record(CHAIN, step, rules("OFFER"), TODAY)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"ENQUIRE", "BLOCKED", "NOT_APPLICABLE"})
    void whatIsNotOnOfferCannotBeAccepted(Outcome outcome) {
        var offer = composed(rules(outcome.name()));

        assertThat(refusal(offer.record(CHAIN, step(Kind.ACCEPTED), rules(outcome.name()), TODAY)))
                .isEqualTo("not-on-offer");
    }

    @Test
    void aConversationWithASuspectNobodyKnowsCannotBeArranged() {
        var offer = accepted(offered().record(MEDIATION, step(Kind.ACCEPTED), rules("OFFER"), TODAY))
                .state();

        assertThat(refusal(offer.record(MEDIATION, step(Kind.REFERRED), rules("OFFER"), TODAY)))
                .isEqualTo("not-on-offer");

        var known = accepted(offer.recompose(suspectKnown(), rules("OFFER"))).state();
        assertThat(accepted(known.record(MEDIATION, step(Kind.REFERRED), rules("OFFER"), TODAY))
                        .events())
                .hasSize(1);
    }

    @Test
    void eachMeasureHasALifeOfItsOwn() {
        var offer = accepted(after(Kind.ACCEPTED, Kind.DELIVERED)
                        .record(MEDIATION, step(Kind.DECLINED), rules("OFFER"), TODAY))
                .state();

        assertThat(offer.life(CHAIN).status()).isEqualTo(Kind.DELIVERED);
        assertThat(offer.life(MEDIATION).status()).isEqualTo(Kind.DECLINED);
        assertThat(offer.lives()).hasSize(2);
    }

    @Test
    void whatWentWrongNeedsAReason() {
        assertThat(Stream.of(Kind.values()).filter(Kind::needsReason))
                .containsExactly(Kind.REFERRAL_REJECTED, Kind.NOT_DELIVERED);
    }

    @Test
    void whatTheRulesDoNotKnowAnyLongerKeepsItsName() {
        var told = accepted(after(Kind.ACCEPTED).record(CHAIN, step(Kind.DELIVERED), without(), TODAY))
                .events()
                .getFirst();

        assertThat(told).isInstanceOf(MeasureProgressed.class);
        assertThat(((MeasureProgressed) told).label()).isEqualTo("Kierstandhouder");
    }

    @Test
    void sixWeeksAndSixMonthsAfterItWasDeliveredItIsLookedBackAt() {
        var delivered = after(Kind.ACCEPTED, Kind.DELIVERED);

        assertThat(delivered.followUps())
                .containsExactly(
                        new FollowUp(CHAIN, Kind.SIX_WEEKS_LATER, LocalDate.parse("2026-05-13")),
                        new FollowUp(CHAIN, Kind.SIX_MONTHS_LATER, LocalDate.parse("2026-10-01")));
    }

    @Test
    void whatWasLookedBackAtIsNotAskedAgain() {
        var looked = after(Kind.ACCEPTED, Kind.DELIVERED, Kind.SIX_WEEKS_LATER);

        assertThat(looked.followUps()).extracting(FollowUp::moment).containsExactly(Kind.SIX_MONTHS_LATER);
        assertThat(looked.life(CHAIN).status()).isEqualTo(Kind.DELIVERED);
    }

    @Test
    void nobodyLooksBackLongBeforeItIsTime() {
        var early = new MeasureStep(Kind.SIX_MONTHS_LATER, LocalDate.parse("2026-09-16"), null, null, Fact.YES);

        assertThat(refusal(after(Kind.ACCEPTED, Kind.DELIVERED).record(CHAIN, early, rules("OFFER"), TODAY)))
                .isEqualTo("wrong-order");
    }

    @Test
    void whatIsDeliveredAgainIsLookedBackAtAgain() {
        var on = LocalDate.parse("2026-06-01");
        var offer = after(Kind.ACCEPTED, Kind.DELIVERED, Kind.SIX_WEEKS_LATER);
        for (var step : List.of(
                new MeasureStep(Kind.NOT_DELIVERED, on, null, Reason.OTHER, null),
                new MeasureStep(Kind.DELIVERED, on, null, null, null))) {
            offer = accepted(offer.record(CHAIN, step, rules("OFFER"), TODAY)).state();
        }

        assertThat(offer.followUps())
                .extracting(FollowUp::dueOn)
                .containsExactly(LocalDate.parse("2026-07-13"), LocalDate.parse("2026-12-01"));
    }

    @Test
    void ofWhatTurnedOutNotToBeDeliveredNothingIsAsked() {
        assertThat(after(Kind.ACCEPTED, Kind.DELIVERED, Kind.NOT_DELIVERED).followUps())
                .isEmpty();
    }

    @Test
    void whatWasAcceptedStaysAsItWasAgreedWhenTheRulesChange() {
        var accepted = after(Kind.ACCEPTED);

        var later = accepted(accepted.recompose(FACTS, rules("NOT_APPLICABLE"))).state();

        assertThat(line(later).outcome()).isEqualTo(Outcome.OFFER);
        assertThat(later.explain(rules("NOT_APPLICABLE")))
                .filteredOn(why -> why.line().measure().equals(CHAIN))
                .allSatisfy(why -> assertThat(why.reason()).isEqualTo("Zo is het: OFFER."));
    }

    @Test
    void whatIsDeclinedAfterAllFollowsTheRulesAgain() {
        var kept =
                accepted(after(Kind.ACCEPTED).recompose(FACTS, rules("INFORM"))).state();

        var declined = accepted(kept.record(CHAIN, step(Kind.DECLINED), rules("INFORM"), TODAY));

        assertThat(line(declined.state()).outcome()).isEqualTo(Outcome.INFORM);
        assertThat(declined.events()).hasSize(2).last().isInstanceOf(OfferComposed.class);
    }

    @Test
    void whenNothingMayBeOfferedWhatWasAcceptedIsBlockedAndComesBackAfterwards() {
        var blocked = accepted(after(Kind.ACCEPTED).recompose(FACTS, closed())).state();
        assertThat(line(blocked).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(refusal(blocked.record(CHAIN, step(Kind.REFERRED), closed(), TODAY)))
                .isEqualTo("not-on-offer");
        assertThat(blocked.explain(closed()))
                .filteredOn(why -> why.line().measure().equals(CHAIN))
                .extracting(RuleBook.Explanation::reason)
                .containsExactly("Zo is het: BLOCKED.");
        // what was brought already may be told
        assertThat(accepted(blocked.record(CHAIN, step(Kind.DELIVERED), closed(), TODAY))
                        .events())
                .isNotEmpty();

        var open = accepted(blocked.recompose(FACTS, rules("INFORM"))).state();
        assertThat(line(open).outcome()).isEqualTo(Outcome.OFFER);
    }

    /** Whatever happens to rules and facts, in any order: what was accepted and not declined is there, as it was agreed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anAcceptedMeasureNeverDisappears(long seed) {
        var random = new Random(seed);
        var offer = after(Kind.ACCEPTED);
        for (int i = 0; i < 50; i++) {
            var kinds = random.nextBoolean() ? FACTS : suspectKnown();
            var rules = random.nextInt(4) == 0 ? without() : rules(anOutcome(random));
            offer = accepted(offer.recompose(kinds, rules)).state();
            var step = aPossibleStep(offer, random);
            if (random.nextInt(3) == 0 && step != null) {
                offer = accepted(offer.record(CHAIN, step(step), rules, TODAY)).state();
            }
            assertThat(line(offer).outcome()).as("seed %d", seed).isEqualTo(Outcome.OFFER);
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    private static Kind aPossibleStep(TailoredOffer offer, Random random) {
        var possible = new ArrayList<>(Kind.after(offer.life(CHAIN).status()));
        possible.remove(Kind.DECLINED);
        return possible.isEmpty() ? null : possible.get(random.nextInt(possible.size()));
    }

    private static String anOutcome(Random random) {
        var all = List.copyOf(EnumSet.allOf(Outcome.class));
        return all.get(random.nextInt(all.size())).name();
    }

    private static Facts suspectKnown() {
        return FACTS.withRobbery(new Facts.Robbery(
                RobberyKind.RESIDENTIAL, LocalDate.parse("2026-03-02"), Fact.YES, Fact.YES, Fact.NO, Fact.UNKNOWN));
    }

    private static TailoredOffer after(Kind... kinds) {
        var offer = offered();
        for (var kind : kinds) {
            offer = accepted(offer.record(CHAIN, step(kind), rules("OFFER"), TODAY))
                    .state();
        }
        return offer;
    }

    private static MeasureStep step(Kind kind) {
        return new MeasureStep(
                kind,
                switch (kind) {
                    case SIX_WEEKS_LATER -> LocalDate.parse("2026-05-13");
                    case SIX_MONTHS_LATER -> LocalDate.parse("2026-10-01");
                    default -> LocalDate.parse("2026-04-01");
                },
                kind == Kind.REFERRED ? "slotenmaker" : null,
                kind.needsReason() ? Reason.NO_CAPACITY : null,
                kind.isFollowUp() ? Fact.YES : null);
    }

    private static TailoredOffer offered() {
        return composed(rules("OFFER"));
    }

    private static TailoredOffer composed(RuleBook rules) {
        return accepted(TailoredOffer.compose(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new Municipality("9901"),
                        FACTS,
                        rules))
                .state();
    }

    private static OfferLine line(TailoredOffer offer) {
        return offer.lines().stream()
                .filter(line -> line.measure().equals(CHAIN))
                .findFirst()
                .orElseThrow();
    }

    private static RuleBook rules(String outcome) {
        return book("OPEN", Set.of(CHAIN, MEDIATION), outcome);
    }

    /** A later version that does not know the measure any longer. */
    private static RuleBook without() {
        return book("OPEN", Set.of(MEDIATION), "OFFER");
    }

    private static RuleBook closed() {
        return book("BLOCKED", Set.of(MEDIATION), "OFFER");
    }

    private static RuleBook book(String gate, Set<String> measures, String outcome) {
        return new RuleBook(
                "TEST-" + outcome,
                always("gate", gate),
                measures.stream().sorted().map(one -> always(one, outcome)).toList(),
                List.of());
    }

    private static DecisionTable always(String measure, String outcome) {
        return new FixedTable(
                measure,
                measure.equals(CHAIN) ? "Kierstandhouder" : measure,
                new Conclusion(outcome, measure, Party.MUNICIPALITY, "Zo is het: " + outcome + ".", "-"));
    }

    private static Accepted<TailoredOffer, OfferEvent> accepted(Decision<TailoredOffer, OfferEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted<TailoredOffer, OfferEvent>) decision;
    }

    private static String refusal(Decision<TailoredOffer, OfferEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<TailoredOffer, OfferEvent>) decision).refusal().code();
    }
}
