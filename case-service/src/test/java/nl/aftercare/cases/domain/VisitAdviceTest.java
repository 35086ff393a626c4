package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.COMMERCIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.Playbook.MayorVisits;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.VisitAdvice.Hint;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The considerations of the source for a first visit, domain.md V3 to V7. */
class VisitAdviceTest {
    private static final LocalDate QUIET_DAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @CsvSource({"NO, COORDINATOR", "UNKNOWN, COORDINATOR", "YES, MAYOR"})
    void onlyAfterASeriousRobberyTheMayorIsSuggested(Fact firearm, Visitor visitor) {
        assertThat(VisitAdvice.on(cleared(firearm), new NotPlanned(), false, Playbook.DEFAULT)
                        .visitor())
                .isEqualTo(visitor);
    }

    @ParameterizedTest
    @CsvSource({"NO, MAYOR, MAYOR_NOT_NEEDED", "YES, COORDINATOR, CONSIDER_MAYOR"})
    void anotherVisitorThanSuggestedIsPossibleAndGetsAHint(Fact firearm, Visitor visitor, Hint hint) {
        var plan = new Plan(QUIET_DAY, visitor, false, true, null);

        assertThat(VisitAdvice.on(cleared(firearm), new Planned(plan), false, Playbook.DEFAULT)
                        .hints())
                .containsExactly(hint);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, true", "2026-03-03, true", "2026-03-04, false", "2026-03-09, false"})
    void theFirstEmotionsSubsideFirst(LocalDate on, boolean later) {
        var plan = new Plan(on, Visitor.COORDINATOR, false, true, null);
        var advice = VisitAdvice.on(cleared(Fact.NO), new Planned(plan), false, Playbook.DEFAULT);

        assertThat(advice.notBefore()).isEqualTo("2026-03-04");
        assertThat(advice.hints().contains(Hint.RATHER_LATER)).isEqualTo(later);
    }

    @Test
    void aVisitWithThePoliceGetsAHint() {
        var plan = new Plan(QUIET_DAY, Visitor.COORDINATOR, true, true, null);

        assertThat(VisitAdvice.on(cleared(Fact.NO), new Planned(plan), false, Playbook.DEFAULT)
                        .hints())
                .containsExactly(Hint.RATHER_WITHOUT_POLICE);
    }

    @Test
    void victimSupportIsAskedForAdviceFirst() {
        var plan = new Plan(QUIET_DAY, Visitor.COORDINATOR, false, false, null);

        assertThat(VisitAdvice.on(cleared(Fact.NO), new NotPlanned(), false, Playbook.DEFAULT)
                        .hints())
                .containsExactly(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
        assertThat(VisitAdvice.on(cleared(Fact.NO), new Planned(plan), false, Playbook.DEFAULT)
                        .hints())
                .containsExactly(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
    }

    @Test
    void withoutAClearanceThePoliceAreAsked() {
        var robbery = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");

        assertThat(VisitAdvice.on(robbery, new NotPlanned(), false, Playbook.DEFAULT)
                        .hints())
                .first()
                .isEqualTo(Hint.ASK_CLEARANCE);
    }

    @Test
    void whoGaveAdviceByItselfNeedNotBeAsked() {
        var unasked = new Plan(QUIET_DAY, Visitor.COORDINATOR, false, false, null);

        assertThat(VisitAdvice.on(cleared(Fact.NO), new NotPlanned(), true, Playbook.DEFAULT)
                        .hints())
                .doesNotContain(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
        assertThat(VisitAdvice.on(cleared(Fact.NO), new Planned(unasked), true, Playbook.DEFAULT)
                        .hints())
                .doesNotContain(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
    }

    @Test
    void aVisitThatWasHeldNeedsNoAdvice() {
        var plan = new Plan(QUIET_DAY, Visitor.MAYOR, true, false, "because");

        assertThat(VisitAdvice.on(
                                aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z"),
                                new Held(plan, QUIET_DAY),
                                false,
                                Playbook.DEFAULT)
                        .hints())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOBODY, YES, COORDINATOR", "NOBODY, NO, COORDINATOR", "EVERYBODY, NO, MAYOR", "EVERYBODY, YES, MAYOR"})
    void whomTheMayorVisitsDependsOnTheMayor(MayorVisits style, Fact firearm, Visitor visitor) {
        assertThat(VisitAdvice.on(cleared(firearm), new NotPlanned(), false, Playbooks.with(style))
                        .visitor())
                .isEqualTo(visitor);
    }

    private static Robbery cleared(Fact firearm) {
        var reported = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var stated = Statements.stated(
                Instant.parse("2026-03-03T12:00:00Z"), Map.of(Name.FIREARM, firearm, Name.POLICE_CLEARANCE, Fact.YES));
        return Robberies.after(reported, stated);
    }
}
