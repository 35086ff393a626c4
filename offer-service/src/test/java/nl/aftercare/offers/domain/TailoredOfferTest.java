package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.offers.domain.DecisionTable.Conclusion;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.OfferEvent.OfferComposed;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;

class TailoredOfferTest {
    private static final Facts FACTS = Facts.ofRobbery(new Facts.Robbery(
            RobberyKind.COMMERCIAL, LocalDate.parse("2026-03-02"), Fact.YES, Fact.NO, Fact.NO, Fact.UNKNOWN));
    private static final RuleBook RULES = new RuleBook(
            "TEST-1",
            always("gate", "OPEN"),
            List.of(new ByContact(), always("camera-nine-points", "OFFER")),
            List.of(new FactType("victimSupportContacted", "?", List.of("YES", "NO", "UNKNOWN"))));

    @Test
    void theFirstOfferIsRevisionOneAndKeepsItsFactsAndRuleVersion() {
        var offer = first();

        assertThat(offer.revision()).isEqualTo(1);
        assertThat(offer.facts()).isEqualTo(FACTS);
        assertThat(offer.ruleVersion()).isEqualTo(RULES.version());
    }

    @Test
    void aFactThatChangesALineMakesARevisionAndTellsIt() {
        var decision = accepted(first().recompose(FACTS.withVictimSupport(new Contact(Fact.YES, null)), RULES));

        assertThat(decision.state().revision()).isEqualTo(2);
        assertThat(decision.events()).containsExactly(new OfferComposed(decision.state()));
    }

    @Test
    void aFactThatChangesNoLineIsKeptWithoutTelling() {
        var branch = new Contact(Fact.YES, LocalDate.parse("2026-03-03"));

        var decision = accepted(first().recompose(FACTS.withBranchOrganisation(branch), RULES));

        assertThat(decision.events()).isEmpty();
        assertThat(decision.state().revision()).isEqualTo(1);
        assertThat(decision.state().facts().branchOrganisation()).isEqualTo(branch);
    }

    @Test
    void theSameFactAgainChangesNothing() {
        var once = accepted(first().recompose(FACTS.withVictimSupport(new Contact(Fact.NO, null)), RULES))
                .state();

        var again = accepted(once.recompose(FACTS.withVictimSupport(new Contact(Fact.NO, null)), RULES));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(once);
    }

    private static TailoredOffer first() {
        return accepted(TailoredOffer.compose(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new Municipality("9901"),
                        FACTS,
                        RULES))
                .state();
    }

    private static Accepted<TailoredOffer, OfferEvent> accepted(
            nl.aftercare.platform.kernel.Decision<TailoredOffer, OfferEvent> decision) {
        return (Accepted<TailoredOffer, OfferEvent>) decision;
    }

    private static DecisionTable always(String measure, String outcome) {
        return new FixedTable(measure, measure, new Conclusion(outcome, measure, Party.NOBODY, "Zo is het.", "-"));
    }

    /** A table that looks at one fact. */
    private record ByContact() implements DecisionTable {
        @Override
        public String measure() {
            return "victim-support-referral";
        }

        @Override
        public String label() {
            return measure();
        }

        @Override
        public List<String> facts() {
            return List.of("victimSupportContacted");
        }

        @Override
        public Conclusion conclude(Map<String, String> facts) {
            var contacted = "YES".equals(facts.get("victimSupportContacted"));
            return new Conclusion(
                    contacted ? "ALREADY_COVERED" : "INFORM",
                    contacted ? "in-contact" : "point-out",
                    Party.VICTIM_SUPPORT,
                    "Zo is het.",
                    "-");
        }
    }
}
