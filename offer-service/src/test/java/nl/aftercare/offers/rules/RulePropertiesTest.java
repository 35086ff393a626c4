package nl.aftercare.offers.rules;

import static nl.aftercare.offers.rules.Situation.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.FactType;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.OfferLine;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.RuleBook.Explanation;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever is known and whatever is not: random facts, with a seed that repeats them. */
class RulePropertiesTest {
    private static final int SITUATIONS = 300;
    private static final RuleBook COMPILED_AGAIN = Rules.nationalBook();
    private static final List<FactType> TYPES = NATIONAL.measures().keySet().stream()
            .flatMap(measure -> NATIONAL.factsOf(measure).stream())
            .distinct()
            .toList();

    static Stream<Situation> situations() {
        var random = new Random(20261125);
        return Stream.generate(() -> situation(random)).limit(SITUATIONS);
    }

    private static Situation situation(Random random) {
        var situation = random.nextBoolean() ? Situation.commercial() : Situation.residential();
        for (var type : enumerable()) {
            if (!type.name().equals("robberyKind")) {
                situation = situation.with(
                        type.name(),
                        type.values().get(random.nextInt(type.values().size())));
            }
        }
        // mostly open, or the gate would be all that is seen
        return random.nextInt(10) == 0
                ? situation
                : situation
                        .with("aftercareGranted", "YES")
                        .with("willing", "YES")
                        .with("isRobbery", "YES")
                        .with("mergedIntoOther", "NO");
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyMeasureHasExactlyOneOutcome(Situation situation) {
        assertThat(NATIONAL.apply(situation.facts()))
                .extracting(OfferLine::measure)
                .containsExactlyElementsOf(NATIONAL.measures().keySet());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theSameFactsGiveTheSameOffer(Situation situation) {
        assertThat(COMPILED_AGAIN.explain(situation.facts())).isEqualTo(NATIONAL.explain(situation.facts()));
    }

    /** Else an explanation would not name all that it rests on. */
    @ParameterizedTest
    @MethodSource("situations")
    void learningAFactThatIsNotNamedAsMissingLeavesTheExplanationTrue(Situation situation) {
        var before = NATIONAL.explain(situation.facts());
        for (var type : unknown(situation)) {
            for (var answer : type.values()) {
                var after = NATIONAL.explain(situation.with(type.name(), answer).facts());
                for (int i = 0; i < before.size(); i++) {
                    var line = before.get(i).line();
                    if (!line.factsMissing().contains(type.name()) && openBothTimes(before.get(i), after.get(i))) {
                        assertThat(after.get(i).reason())
                                .as("%s after %s is %s", line.measure(), type.name(), answer)
                                .isEqualTo(before.get(i).reason());
                        assertThat(after.get(i).line().outcome()).isEqualTo(line.outcome());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatIsMissingIsUnknownAndUsed(Situation situation) {
        for (var line : NATIONAL.apply(situation.facts())) {
            assertThat(line.factsUsed()).isNotEmpty().containsAll(line.factsMissing());
            assertThat(line.factsMissing())
                    .allMatch(fact -> situation.facts().byName().get(fact).equals("UNKNOWN"));
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatIsEnquiredNamesTheQuestion(Situation situation) {
        assertThat(NATIONAL.apply(situation.facts()))
                .filteredOn(line -> line.outcome() == Outcome.ENQUIRE)
                .allSatisfy(line ->
                        assertThat(line.factsMissing()).as(line.measure()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theSmallestChangeDoesWhatItSaysAndNoPartOfItDoes(Situation situation) {
        for (var explanation : NATIONAL.explain(situation.facts())) {
            var change = explanation.change();
            if (change != null) {
                var measure = explanation.line().measure();
                assertThat(with(situation, change.facts()).outcome(measure))
                        .isEqualTo(change.outcome())
                        .isNotEqualTo(explanation.line().outcome());
                for (var fact : change.facts().keySet()) {
                    var less = new HashMap<>(change.facts());
                    less.remove(fact);
                    assertThat(with(situation, less).outcome(measure))
                            .isEqualTo(explanation.line().outcome());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void anAnswerChangesWhatItSaysItChanges(Situation situation) {
        for (var question : NATIONAL.questions(situation.facts())) {
            for (var answer : question.answers()) {
                var then = situation.with(question.fact(), answer.value());
                answer.outcomes().forEach((measure, outcome) -> assertThat(then.outcome(measure))
                        .isEqualTo(outcome)
                        .isNotEqualTo(situation.outcome(measure)));
            }
        }
    }

    @Test
    void theOrderInWhichFactsAreLearnedDoesNotChangeTheOffer() {
        List<UnaryOperator<Facts>> learned = List.of(
                facts -> facts.withGranted(Fact.YES),
                facts -> facts.withWilling(Fact.YES),
                Facts::withVisitHeld,
                facts -> facts.withVictimSupport(new Contact(Fact.YES, null)),
                facts -> facts.withBranchOrganisation(new Contact(Fact.NO, null)),
                facts -> facts.withNeed(SupportNeed.UNKNOWN),
                facts -> facts.withSchemes(Map.of("skimSafeAvailable", Fact.YES)));
        var random = new Random(1);
        var offers = new HashSet<List<OfferLine>>();

        for (int i = 0; i < 100; i++) {
            var order = new ArrayList<>(learned);
            Collections.shuffle(order, random);
            var facts = Situation.commercial().facts();
            for (var step : order) {
                facts = step.apply(facts);
            }
            offers.add(NATIONAL.apply(facts));
        }

        assertThat(offers).hasSize(1);
    }

    /** B1: short sentences, each ended. */
    @ParameterizedTest
    @MethodSource("situations")
    void noReasonIsLongWinded(Situation situation) {
        for (var explanation : NATIONAL.explain(situation.facts())) {
            assertThat(explanation.reason()).endsWith(".");
            assertThat(explanation.reason().split("[.?!:]\\s*"))
                    .allSatisfy(sentence -> assertThat(sentence.split("\\s+").length)
                            .as(sentence)
                            .isLessThanOrEqualTo(18));
        }
    }

    private static boolean openBothTimes(Explanation before, Explanation after) {
        return before.line().factsUsed().equals(after.line().factsUsed());
    }

    private static Situation with(Situation situation, Map<String, String> facts) {
        for (var fact : facts.entrySet()) {
            situation = situation.with(fact.getKey(), fact.getValue());
        }
        return situation;
    }

    private static List<FactType> enumerable() {
        return TYPES.stream().filter(type -> !type.values().isEmpty()).toList();
    }

    private static List<FactType> unknown(Situation situation) {
        var known = situation.facts().byName();
        return enumerable().stream()
                .filter(type -> "UNKNOWN".equals(known.get(type.name())))
                .toList();
    }
}
