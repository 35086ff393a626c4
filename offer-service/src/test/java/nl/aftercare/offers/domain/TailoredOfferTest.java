package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.OfferEvent.OfferComposed;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;

class TailoredOfferTest {
    private static final Facts FACTS = new Facts(
            RobberyKind.COMMERCIAL,
            LocalDate.parse("2026-03-02"),
            Fact.NO,
            Fact.NO,
            Contact.UNKNOWN,
            Contact.UNKNOWN,
            SupportNeed.UNKNOWN);

    @Test
    void theFirstOfferIsRevisionOneAndKeepsItsFactsAndRuleVersion() {
        var offer = first();

        assertThat(offer.revision()).isEqualTo(1);
        assertThat(offer.facts()).isEqualTo(FACTS);
        assertThat(offer.ruleVersion()).isEqualTo(OfferRules.VERSION);
    }

    @Test
    void aFactThatChangesALineMakesARevisionAndTellsIt() {
        var decision = accepted(first().recompose(facts -> facts.withVictimSupport(new Contact(Fact.YES, null))));

        assertThat(decision.state().revision()).isEqualTo(2);
        assertThat(decision.events()).containsExactly(new OfferComposed(decision.state()));
    }

    @Test
    void aFactThatChangesNoLineIsKeptWithoutTelling() {
        var branch = new Contact(Fact.YES, LocalDate.parse("2026-03-03"));

        var decision = accepted(first().recompose(facts -> facts.withBranchOrganisation(branch)));

        assertThat(decision.events()).isEmpty();
        assertThat(decision.state().revision()).isEqualTo(1);
        assertThat(decision.state().facts().branchOrganisation()).isEqualTo(branch);
    }

    @Test
    void theSameFactAgainChangesNothing() {
        var once = accepted(first().recompose(facts -> facts.withVictimSupport(new Contact(Fact.NO, null))))
                .state();

        var again = accepted(once.recompose(facts -> facts.withVictimSupport(new Contact(Fact.NO, null))));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(once);
    }

    private static TailoredOffer first() {
        return accepted(TailoredOffer.compose(
                        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), new Municipality("9901"), FACTS))
                .state();
    }

    private static Accepted<TailoredOffer, OfferEvent> accepted(
            nl.aftercare.platform.kernel.Decision<TailoredOffer, OfferEvent> decision) {
        return (Accepted<TailoredOffer, OfferEvent>) decision;
    }
}
