package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.aftercare.offers.domain.DecisionTable.Conclusion;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.RuleBook.Answer;
import nl.aftercare.offers.domain.RuleBook.Change;
import nl.aftercare.offers.domain.RuleBook.Explanation;
import nl.aftercare.offers.domain.RuleBook.Question;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;

/** What the engine does not say: questions, what each answer changes, the smallest change, whose table decides. */
class RuleBookTest {
    private static final FactType SOLVED = type("solved");
    private static final FactType SUSPECT = type("suspectKnown");
    private static final FactType WILLING = type("willing");
    private static final Facts FACTS = Facts.ofRobbery(new Facts.Robbery(
            RobberyKind.COMMERCIAL, LocalDate.parse("2026-03-02"), Fact.YES, Fact.NO, Fact.UNKNOWN, Fact.UNKNOWN));

    /** Solved: coordinate. Not solved: not applicable. Else: enquire. */
    private static final DecisionTable HEARING =
            new Table("attend-court-hearing", List.of("solved"), known -> switch (known.get("solved")) {
                case "YES" -> "COORDINATE";
                case "NO" -> "NOT_APPLICABLE";
                default -> "ENQUIRE";
            });

    /** Only when solved and with a suspect. */
    private static final DecisionTable MEDIATION = new Table(
            "restorative-mediation",
            List.of("solved", "suspectKnown"),
            known -> known.get("solved").equals("YES")
                            && known.get("suspectKnown").equals("YES")
                    ? "OFFER"
                    : "NOT_APPLICABLE");

    private static final DecisionTable GATE =
            new Table("gate", List.of("willing"), known -> known.get("willing").equals("NO") ? "BLOCKED" : "OPEN");
    private static final RuleBook BOOK =
            new RuleBook("TEST-1", GATE, List.of(HEARING, MEDIATION), List.of(SOLVED, SUSPECT, WILLING));

    @Test
    void aFactIsMissingWhenKnowingItCouldDecideOtherwise() {
        assertThat(line(BOOK, FACTS, "attend-court-hearing").factsMissing()).containsExactly("solved");
        // without a suspect, whether it is solved decides nothing
        assertThat(line(BOOK, FACTS, "restorative-mediation").factsMissing()).isEmpty();
        assertThat(line(BOOK, FACTS, "restorative-mediation").factsUsed()).containsExactly("solved", "suspectKnown");
    }

    @Test
    void aQuestionSaysWhatEachAnswerWouldChange() {
        assertThat(BOOK.questions(FACTS))
                .containsExactly(new Question(
                        "solved",
                        "Vraag naar solved?",
                        List.of(
                                new Answer("YES", Map.of("attend-court-hearing", Outcome.COORDINATE)),
                                new Answer("NO", Map.of("attend-court-hearing", Outcome.NOT_APPLICABLE)))));
    }

    @Test
    void theSmallestChangeHasAsFewFactsAsCanBe() {
        assertThat(explanation(BOOK, FACTS, "attend-court-hearing").change())
                .isEqualTo(new Change(Map.of("solved", "YES"), Outcome.COORDINATE));
        assertThat(explanation(BOOK, FACTS, "restorative-mediation").change())
                .isEqualTo(new Change(Map.of("solved", "YES", "suspectKnown", "YES"), Outcome.OFFER));
    }

    @Test
    void ofAsManyFactsTheUnknownOnesChangeFirst() {
        var either = new Table(
                "camera-nine-points",
                List.of("suspectKnown", "solved"),
                known -> known.get("solved").equals("YES")
                                || known.get("suspectKnown").equals("YES")
                        ? "OFFER"
                        : "INFORM");
        var book = new RuleBook("TEST-1", GATE, List.of(either), List.of(SOLVED, SUSPECT, WILLING));

        // the suspect is known not to be known, whether it is solved is unknown
        assertThat(explanation(book, FACTS, "camera-nine-points").change())
                .isEqualTo(new Change(Map.of("solved", "YES"), Outcome.OFFER));
    }

    @Test
    void whatNoFactWouldChangeHasNoChange() {
        var always = new Table("camera-nine-points", List.of("solved"), known -> "OFFER");
        var book = new RuleBook("TEST-1", GATE, List.of(always), List.of(SOLVED, WILLING));

        assertThat(explanation(book, FACTS, "camera-nine-points").change()).isNull();
    }

    @Test
    void aClosedGateDecidesForEveryMeasure() {
        var unwilling = FACTS.withWilling(Fact.NO);

        assertThat(BOOK.apply(unwilling)).allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(line.rule()).isEqualTo("gate-BLOCKED");
            assertThat(line.factsUsed()).containsExactly("willing");
        });
        assertThat(explanation(BOOK, unwilling, "attend-court-hearing").change())
                .isEqualTo(new Change(Map.of("willing", "YES"), Outcome.ENQUIRE));
    }

    @Test
    void whatIsCoveredAlreadySaysByWhomAndSinceWhen() {
        var on = LocalDate.parse("2026-03-03");
        for (var party : List.of(Party.VICTIM_SUPPORT, Party.BRANCH_ORGANISATION, Party.MUNICIPALITY)) {
            var covered = new FixedTable(
                    "peer-contact", "peer-contact", new Conclusion("ALREADY_COVERED", "covered", party, "Zo.", "-"));
            var book = new RuleBook("TEST-1", GATE, List.of(covered), List.of(WILLING));
            var facts = FACTS.withVictimSupport(new Contact(Fact.YES, on))
                    .withBranchOrganisation(new Contact(Fact.YES, on.plusDays(1)));

            assertThat(line(book, facts, "peer-contact").coveredOn())
                    .isEqualTo(
                            switch (party) {
                                case VICTIM_SUPPORT -> on;
                                case BRANCH_ORGANISATION -> on.plusDays(1);
                                default -> null;
                            });
        }
    }

    @Test
    void theTableOfTheMunicipalityComesInThePlaceOfTheNationalOne() {
        var local = new Table("attend-court-hearing", List.of("solved"), known -> "INFORM");
        var extra = new Table("clean-up-help", List.of("solved"), known -> "OFFER");

        var book = BOOK.with("9901", "9901-2", List.of(local, extra));

        assertThat(book.version()).isEqualTo("TEST-1+9901-2");
        assertThat(book.measures())
                .containsExactly(
                        Map.entry("attend-court-hearing", "Maatregel attend-court-hearing"),
                        Map.entry("restorative-mediation", "Maatregel restorative-mediation"),
                        Map.entry("clean-up-help", "Maatregel clean-up-help"));
        assertThat(line(book, FACTS, "attend-court-hearing").outcome()).isEqualTo(Outcome.INFORM);
        assertThat(book.areaOf("attend-court-hearing")).isEqualTo("9901");
        assertThat(book.areaOf("restorative-mediation")).isEqualTo("NL");
        assertThat(explanation(book, FACTS, "clean-up-help").area()).isEqualTo("9901");
        // the book itself stays as it was
        assertThat(line(BOOK, FACTS, "attend-court-hearing").outcome()).isEqualTo(Outcome.ENQUIRE);
    }

    @Test
    void theFactsOfAMeasureHaveTheirQuestions() {
        assertThat(BOOK.factsOf("restorative-mediation")).containsExactly(SOLVED, SUSPECT);
        assertThat(BOOK.factTypes()).containsExactlyInAnyOrder(SOLVED, SUSPECT, WILLING);
        assertThatThrownBy(() -> BOOK.factsOf("no-such-measure")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableThatAsksForAnUnknownFactIsAMistakeOfOurs() {
        var book = new RuleBook("TEST-1", GATE, List.of(HEARING), List.of(WILLING));

        assertThatThrownBy(() -> book.apply(FACTS)).isInstanceOf(IllegalStateException.class);
    }

    private static OfferLine line(RuleBook book, Facts facts, String measure) {
        return explanation(book, facts, measure).line();
    }

    private static Explanation explanation(RuleBook book, Facts facts, String measure) {
        return book.explain(facts).stream()
                .filter(one -> one.line().measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static FactType type(String name) {
        return new FactType(name, "Vraag naar " + name + "?", List.of("YES", "NO", "UNKNOWN"));
    }

    private record Table(String measure, List<String> facts, Function<Map<String, String>, String> outcome)
            implements DecisionTable {
        @Override
        public String label() {
            return "Maatregel " + measure;
        }

        @Override
        public Conclusion conclude(Map<String, String> known) {
            var decided = outcome.apply(known);
            return new Conclusion(decided, measure + "-" + decided, Party.MUNICIPALITY, "Zo is het: " + decided, "-");
        }
    }
}
