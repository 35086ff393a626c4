package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.Playbook.Criterion;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Suggestion.Reason;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The criteria that were settled beforehand suggest; gate G1 comes before them. */
class SuggestionTest {
    private static final Criterion NO_VISIT_AFTER_BUSINESS_ROBBERY =
            new Criterion(RobberyKind.COMMERCIAL, null, null, false);
    private static final Criterion VISIT_WHEN_SERIOUS = new Criterion(null, Severity.SERIOUS, null, true);

    @Test
    void nothingIsSuggestedBeforeThePoliceWereAsked() {
        var suggestion = on(RobberyKind.COMMERCIAL, Fact.UNKNOWN, Fact.NO, Playbooks.with(VISIT_WHEN_SERIOUS));

        assertThat(suggestion).isEqualTo(new Suggestion(null, Reason.POLICE_NOT_ASKED, null));
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void whenThePoliceObjectNoCriterionHelps(RobberyKind kind) {
        var suggestion = on(kind, Fact.YES, Fact.YES, Playbooks.with(VISIT_WHEN_SERIOUS));

        assertThat(suggestion).isEqualTo(new Suggestion(Result.WITHHELD, Reason.POLICE_OBJECT, null));
    }

    @Test
    void withoutACriterionThatFitsAVisitIsSuggested() {
        var suggestion = on(RobberyKind.RESIDENTIAL, Fact.NO, Fact.NO, Playbooks.with(NO_VISIT_AFTER_BUSINESS_ROBBERY));

        assertThat(suggestion).isEqualTo(new Suggestion(Result.GRANTED_WITH_VISIT, Reason.NO_CRITERION_FITS, null));
    }

    @Test
    void theFirstCriterionThatFitsDecides() {
        var seriousFirst = Playbooks.with(VISIT_WHEN_SERIOUS, NO_VISIT_AFTER_BUSINESS_ROBBERY);
        var businessFirst = Playbooks.with(NO_VISIT_AFTER_BUSINESS_ROBBERY, VISIT_WHEN_SERIOUS);

        assertThat(on(RobberyKind.COMMERCIAL, Fact.NO, Fact.YES, seriousFirst))
                .isEqualTo(new Suggestion(Result.GRANTED_WITH_VISIT, Reason.CRITERION, VISIT_WHEN_SERIOUS));
        assertThat(on(RobberyKind.COMMERCIAL, Fact.NO, Fact.YES, businessFirst))
                .isEqualTo(new Suggestion(
                        Result.GRANTED_WITHOUT_VISIT, Reason.CRITERION, NO_VISIT_AFTER_BUSINESS_ROBBERY));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMERCIAL, SERIOUS, DIRECT, CRITERION",
        "RESIDENTIAL, SERIOUS, DIRECT, NO_CRITERION_FITS",
        "COMMERCIAL, STANDARD, DIRECT, NO_CRITERION_FITS",
        "COMMERCIAL, SERIOUS, BYSTANDER, NO_CRITERION_FITS"
    })
    void aCriterionFitsWhenAllThatItNamesDoes(RobberyKind kind, Severity severity, VictimType victim, Reason reason) {
        var criterion = new Criterion(RobberyKind.COMMERCIAL, Severity.SERIOUS, VictimType.DIRECT, false);
        var robbery = robbery(kind, Fact.NO, severity == Severity.SERIOUS ? Fact.YES : Fact.NO);

        assertThat(Suggestion.on(robbery, victim, Playbooks.with(criterion)).reason())
                .isEqualTo(reason);
    }

    private static Suggestion on(RobberyKind kind, Fact objection, Fact firearm, Playbook playbook) {
        return Suggestion.on(robbery(kind, objection, firearm), VictimType.DIRECT, playbook);
    }

    private static Robbery robbery(RobberyKind kind, Fact objection, Fact firearm) {
        var reported = aRobbery(kind, "2026-03-02T20:00:00Z");
        var stated = Statements.stated(
                Instant.parse("2026-03-11T12:00:00Z"), Map.of(Name.POLICE_OBJECTION, objection, Name.FIREARM, firearm));
        return Robberies.after(reported, stated);
    }
}
