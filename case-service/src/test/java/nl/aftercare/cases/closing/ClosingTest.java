package nl.aftercare.cases.closing;

import static nl.aftercare.cases.ACase.evaluation;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 4: a case is evaluated and closed, and can be opened again. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClosingTest {

    @Test
    void anEvaluatedCaseIsClosedAndKeptAsLongAsThePlaybookSays() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();

        var closure = aftercare.get("/closure").jsonPath();

        assertThat(closure.getString("outcome")).isEqualTo("COMPLETED");
        assertThat(closure.getString("closedOn")).isEqualTo(ACase.today().toString());
        assertThat(closure.getString("keptUntil"))
                .isEqualTo(ACase.today().plusMonths(12).toString());
        assertThat(closure.getString("evaluation.feelsSafe")).isEqualTo("NO");
        assertThat(closure.getString("explanation")).contains("bewaard");
        assertThat(aftercare.get("/track").jsonPath().getString("state")).isEqualTo("CLOSED");
    }

    @Test
    void whatHappensToAClosingCaseIsToldAsPromisedAndOnce() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();
        aftercare.put("/closure", Map.of());
        aftercare.put("/reopening", Map.of());
        aftercare.put("/reopening", Map.of());

        // reported, decided, willing, cleared, visited, evaluated, closed, reopened
        var told = new Topic("aftercare.cases.v1").await(8, UUID.fromString(aftercare.robbery()));

        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .extracting(message -> Topic.header(message, "ce_type"))
                .filteredOn(type -> type.contains(".case-"))
                .containsExactly(
                        "nl.aftercare.cases.case-evaluated.v1",
                        "nl.aftercare.cases.case-closed.v1",
                        "nl.aftercare.cases.case-reopened.v1");
    }

    @Test
    void givenAftercareIsNotClosedUnevaluatedUnlessWithAReason() {
        var aftercare = ACase.reported().granted().willing().visited();

        refused(aftercare.put("/closure", Map.of()), "not-evaluated");
        var closed = aftercare.put("/closure", Map.of("unevaluatedBecause", "Het slachtoffer is verhuisd."));

        assertThat(closed.jsonPath().getString("outcome")).isEqualTo("COMPLETED");
        assertThat(closed.jsonPath().getString("unevaluatedBecause")).isEqualTo("Het slachtoffer is verhuisd.");
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-09T12:00:00Z")
                .with("robbery", "NO")
                .send();
        assertThat(aftercare.get("/closure").jsonPath().getString("outcome")).isEqualTo("COMPLETED");
    }

    @Test
    void aVictimWhoWithdrawsFromAClosedCaseIsNotVisitedWhenItIsOpenedAgain() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();

        aftercare.put("/track/withdrawal", Map.of());
        aftercare.put("/reopening", Map.of());

        assertThat(aftercare.get("/track").jsonPath().getString("limit")).isEqualTo("WITHDRAWN_BY_VICTIM");
    }

    @Test
    void aCaseOnWhichNothingIsDecidedIsNotClosed() {
        refused(ACase.reported().put("/closure", Map.of()), "not-finished");
        refused(ACase.reported().granted().put("/closure", Map.of()), "not-finished");
        refused(ACase.reported().put("/evaluation", evaluation()), "not-decided");
    }

    @Test
    void whatWasNoRobberyIsClosedAsThat() {
        var aftercare = ACase.reported();
        anUpdate(aftercare.reference()).with("robbery", "NO").send();

        var closed = aftercare.put("/closure", Map.of());

        assertThat(closed.jsonPath().getString("outcome")).isEqualTo("NOT_A_ROBBERY");
    }

    @Test
    void aVictimWhoWithdrawsBeforeTheDecisionIsLeftAloneAndMayComeBack() {
        var aftercare = ACase.reported();

        aftercare.put("/track/withdrawal", Map.of());
        assertThat(aftercare.get("/track").jsonPath().getString("limit")).isEqualTo("WITHDRAWN_BY_VICTIM");

        assertThat(aftercare.granted().get("/track").jsonPath().getString("state"))
                .isEqualTo("ASKING_WILLINGNESS");
    }

    @Test
    void inAClosedCaseNothingIsDoneUntilItIsOpenedAgain() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();

        refused(aftercare.put("/track/decision", Map.of("result", "WITHHELD")), "case-closed");
        refused(aftercare.put("/visit", Map.of("on", ACase.today().toString(), "visitor", "MAYOR")), "case-closed");
        var other = new HashMap<>(evaluation());
        other.put("lesson", "Eerder bellen.");
        refused(aftercare.put("/evaluation", other), "case-closed");

        aftercare.put("/reopening", Map.of());
        assertThat(aftercare.put("/evaluation", other).jsonPath().getString("evaluation.lesson"))
                .isEqualTo("Eerder bellen.");
    }

    @Test
    void whoSawAnOlderVersionDoesNotCloseIt() {
        var aftercare = ACase.reported().granted().willing().visited();
        var seen = aftercare.version();
        aftercare.evaluated();

        isProblem(aftercare.put("/closure", Map.of(), seen), 412);
    }

    @ParameterizedTest
    @CsvSource({"attention, GOOD", "feelsSafe,", "lesson, ''", "name, x"})
    void aBadFieldIsNamed(String field, String value) {
        var evaluation = new HashMap<>(evaluation());
        evaluation.put(field, value);

        var answer = ACase.reported().put("/evaluation", evaluation);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(code);
    }
}
