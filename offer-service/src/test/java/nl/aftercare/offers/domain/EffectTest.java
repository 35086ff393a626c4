package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.aftercare.offers.domain.Effect.Change;
import nl.aftercare.offers.domain.Effect.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other rules would change for a victim. */
class EffectTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_APPLICABLE, OFFER, MORE",
        "ENQUIRE, INFORM, MORE",
        "BLOCKED, COORDINATE, MORE",
        "OFFER, NOT_APPLICABLE, LESS",
        "INFORM, ALREADY_COVERED, LESS",
        "OFFER, INFORM, DIFFERENT",
        "ENQUIRE, NOT_APPLICABLE, DIFFERENT"
    })
    void whoGetsAMeasureThatTheyDoNotGetNowGetsMore(Outcome before, Outcome after, Direction direction) {
        assertThat(effect(List.of(line(before, "a", Party.MUNICIPALITY)), List.of(line(after, "a", Party.MUNICIPALITY)))
                        .changes())
                .containsExactly(new Change("skim-safe", before, after, direction));
    }

    @Test
    void theSameOutcomeByAnotherRuleOrPartyIsSomethingDifferent() {
        var now = List.of(line(Outcome.OFFER, "a", Party.MUNICIPALITY));

        assertThat(effect(now, List.of(line(Outcome.OFFER, "b", Party.MUNICIPALITY)))
                        .changes())
                .hasSize(1);
        assertThat(effect(now, List.of(line(Outcome.OFFER, "a", Party.LANDLORD)))
                        .changes())
                .hasSize(1);
        assertThat(effect(now, now).changes()).isEmpty();
    }

    @Test
    void aMeasureThatComesOrGoesIsAChange() {
        var line = List.of(line(Outcome.OFFER, "a", Party.MUNICIPALITY));

        assertThat(effect(List.of(), line).changes())
                .containsExactly(new Change("skim-safe", null, Outcome.OFFER, Direction.MORE));
        assertThat(effect(line, List.of()).changes())
                .containsExactly(new Change("skim-safe", Outcome.OFFER, null, Direction.LESS));
    }

    @Test
    void theOrderSaysNothingOfTheVictims() {
        var more = effect(List.of(), List.of(line(Outcome.OFFER, "a", Party.MUNICIPALITY)));
        var less = effect(List.of(line(Outcome.OFFER, "a", Party.MUNICIPALITY)), List.of());

        assertThat(List.of(more, less).stream().sorted(Effect.anonymousOrder()))
                .containsExactlyElementsOf(List.of(less, more).stream()
                        .sorted(Effect.anonymousOrder())
                        .toList());
    }

    private static Effect effect(List<OfferLine> before, List<OfferLine> after) {
        return Effect.of(RobberyKind.COMMERCIAL, before, after);
    }

    private static OfferLine line(Outcome outcome, String rule, Party party) {
        return new OfferLine("skim-safe", outcome, rule, party, null, List.of(), List.of());
    }
}
