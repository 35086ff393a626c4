package nl.aftercare.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.DestructionList.State.Approved;
import nl.aftercare.cases.domain.DestructionList.State.Proposed;
import nl.aftercare.cases.domain.DestructionList.State.Rejected;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L8: nothing is erased before its term, nor by one person alone. */
class DestructionListTest {
    private static final LocalDate CLOSED_ON = LocalDate.of(2026, 3, 31);
    private static final AftercareDecision WITHHELD =
            new AftercareDecision(AftercareDecision.Result.WITHHELD, "somebody", CLOSED_ON);

    @Test
    void whoDrewItUpDoesNotDecide() {
        refused(list().approve("drawer", CLOSED_ON), "same-person");
        refused(list().reject("drawer", CLOSED_ON, "x"), "same-person");
    }

    @Test
    void aColleagueDecidesOnce() {
        var approved = accepted(list().approve("colleague", CLOSED_ON));
        var rejected = accepted(list().reject("colleague", CLOSED_ON, "te vroeg"));

        assertThat(approved.state()).isEqualTo(new Approved("colleague", CLOSED_ON));
        assertThat(rejected.state()).isEqualTo(new Rejected("colleague", CLOSED_ON, "te vroeg"));
        assertThat(accepted(approved.approve("another", CLOSED_ON.plusDays(1)))).isEqualTo(approved);
        assertThat(accepted(rejected.reject("another", CLOSED_ON, "x"))).isEqualTo(rejected);
        refused(approved.reject("another", CLOSED_ON, "x"), "already-decided");
        refused(rejected.approve("another", CLOSED_ON), "already-decided");
    }

    @Test
    void thereIsNoEmptyList() {
        refused(
                DestructionList.drawUp(UUID.randomUUID(), new Municipality("9901"), "drawer", CLOSED_ON, List.of()),
                "nothing-to-destroy");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-31, false", "2027-04-01, true", "2030-01-01, true"})
    void theLastDayOfTheTermIsStillInIt(LocalDate today, boolean erased) {
        var decision = closed().erase(false, Playbook.DEFAULT, today);

        assertThat(decision instanceof Accepted).isEqualTo(erased);
    }

    @Test
    void aLegalHoldForbidsIt() {
        assertThat(closed().erase(true, Playbook.DEFAULT, CLOSED_ON.plusYears(5)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsErasedKeepsHowItEndedAndNothingElse() {
        var today = CLOSED_ON.plusYears(2);

        var erased = ((Accepted<AftercareCase, CaseEvent>) closed().erase(false, Playbook.DEFAULT, today)).state();

        assertThat(erased.track()).isEqualTo(new Erased(Outcome.WITHHELD, today));
        assertThat(erased.outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(Stream.of(erased.need(), erased.evaluation(), erased.uncheckedBecause(), erased.decision()))
                .containsOnlyNulls();
        assertThat(erased.reopen()).isInstanceOf(Refused.class);
    }

    @Test
    void anOpenCaseIsNotErased() {
        var open = Robberies.aCase(
                Robberies.aRobbery(RobberyKind.COMMERCIAL, "2026-03-02T20:00:00Z"),
                Map.of(),
                new Screening(),
                null,
                null);

        assertThat(open.erase(false, Playbook.DEFAULT, CLOSED_ON.plusYears(9))).isInstanceOf(Refused.class);
    }

    private static AftercareCase closed() {
        return Robberies.aCase(
                Robberies.aRobbery(RobberyKind.COMMERCIAL, "2026-03-02T20:00:00Z"),
                Map.of(),
                new Closed(new Withheld(WITHHELD), Outcome.WITHHELD, CLOSED_ON, null),
                null,
                null);
    }

    private static DestructionList list() {
        return new DestructionList(
                UUID.randomUUID(),
                new Municipality("9901"),
                "drawer",
                CLOSED_ON,
                List.of(new CaseId(UUID.randomUUID())),
                new Proposed());
    }

    private static DestructionList accepted(Decision<DestructionList, CaseEvent> decision) {
        return ((Accepted<DestructionList, CaseEvent>) decision).state();
    }

    private static void refused(Decision<DestructionList, CaseEvent> decision, String code) {
        assertThat(((Refused<DestructionList, CaseEvent>) decision).refusal().code())
                .isEqualTo(code);
    }
}
