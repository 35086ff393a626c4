package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.ContactParty.BRANCH_ORGANISATION;
import static nl.aftercare.cases.domain.ContactParty.VICTIM_SUPPORT;
import static nl.aftercare.cases.domain.Robberies.aCase;
import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.COMMERCIAL;
import static nl.aftercare.cases.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.aftercare.cases.domain.CaseEvent.VictimContacted;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AftercareCaseTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @ParameterizedTest
    @EnumSource(ContactParty.class)
    void ofANewCaseNoContactIsKnown(ContactParty party) {
        var opened = aCase(aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z"));

        assertThat(opened.contactWith(party)).isEqualTo(SupportContact.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02", "2026-03-03", "2026-03-10"})
    void aContactFromTheDayOfTheRobberyUntilTodayIsRecorded(LocalDate on) {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));
        var contact = SupportContact.told(Fact.YES, on);

        var decision = opened.recordContact(VICTIM_SUPPORT, contact, TODAY);

        var accepted = (Accepted<AftercareCase, CaseEvent>) decision;
        assertThat(accepted.state().contactWith(VICTIM_SUPPORT)).isEqualTo(contact);
        assertThat(accepted.events())
                .containsExactly(new VictimContacted(opened.robbery().id(), opened.id(), VICTIM_SUPPORT, contact));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, contact-before-robbery", "2026-03-11, contact-in-future"})
    void aContactBeforeTheRobberyOrAfterTodayIsRefused(LocalDate on, String code) {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));

        var decision = opened.recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.YES, on), TODAY);

        assertThat(codeOf(decision)).isEqualTo(code);
    }

    @Test
    void noContactHasNoDate() {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));

        assertThat(codeOf(opened.recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.NO, TODAY), TODAY)))
                .isEqualTo("no-contact-no-date");
        assertThat(opened.recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.NO, null), TODAY))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void thatNobodyKnowsOfAContactIsKeptAsCheckedAndIsNoNews() {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));

        var decision = opened.recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.UNKNOWN, null), TODAY);

        var accepted = (Accepted<AftercareCase, CaseEvent>) decision;
        assertThat(accepted.events()).isEmpty();
        assertThat(opened.isChecked()).isFalse();
        assertThat(accepted.state().isChecked()).isTrue();
    }

    @Test
    void whatIsKnownOfAContactDoesNotBecomeUnknown() {
        var known = (Accepted<AftercareCase, CaseEvent>) aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"))
                .recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.YES, null), TODAY);

        assertThat(codeOf(known.state().recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.UNKNOWN, null), TODAY)))
                .isEqualTo("contact-known");
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void theBranchOrganisationCountsInACommercialRobberyOnly(RobberyKind kind) {
        var opened = aCase(aRobbery(kind, "2026-03-02T20:00:00Z"));

        var decision = opened.recordContact(BRANCH_ORGANISATION, SupportContact.told(Fact.YES, null), TODAY);

        assertThat(decision instanceof Accepted).isEqualTo(kind == COMMERCIAL);
    }

    @Test
    void theSameContactAgainTellsNothing() {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));
        var contact = SupportContact.told(Fact.YES, LocalDate.parse("2026-03-03"));
        var once = ((Accepted<AftercareCase, CaseEvent>) opened.recordContact(VICTIM_SUPPORT, contact, TODAY)).state();

        var again = (Accepted<AftercareCase, CaseEvent>) once.recordContact(VICTIM_SUPPORT, contact, TODAY);

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(once);
    }

    @Test
    void aCorrectedContactIsToldAgain() {
        var opened = aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));
        var wrong = SupportContact.told(Fact.YES, LocalDate.parse("2026-03-03"));
        var once = ((Accepted<AftercareCase, CaseEvent>) opened.recordContact(VICTIM_SUPPORT, wrong, TODAY)).state();

        var corrected = (Accepted<AftercareCase, CaseEvent>)
                once.recordContact(VICTIM_SUPPORT, SupportContact.told(Fact.NO, null), TODAY);

        assertThat(corrected.state().contactWith(VICTIM_SUPPORT).contacted()).isEqualTo(Fact.NO);
        assertThat(corrected.events()).hasSize(1);
    }

    private static String codeOf(Decision<AftercareCase, CaseEvent> decision) {
        return ((Refused<AftercareCase, CaseEvent>) decision).refusal().code();
    }
}
