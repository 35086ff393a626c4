package nl.aftercare.cases.visiting;

import static nl.aftercare.cases.ACase.today;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first visit: behind gate G3, with the advice of the source, and kept when it was held. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VisitTest {
    private ACase aftercare;
    private String reference;

    @BeforeEach
    void aGrantedCase() {
        aftercare = ACase.reported().granted();
        reference = aftercare.reference();
    }

    @Test
    void g3NoVisitIsPlannedBeforeTheVictimSaidYes() {
        anUpdate(reference).with("policeClearance", "YES").send();

        refused(plan(), "not-willing");
        assertThat(visit().jsonPath().getString("state")).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void v3AVisitWaitsForThePoliceUnlessWithAReason() {
        willing();

        refused(plan(), "no-clearance");
        var planned = put(
                "/visit",
                Map.of(
                        "on",
                        today().toString(),
                        "visitor",
                        "COORDINATOR",
                        "withoutClearanceBecause",
                        "Het slachtoffer vraagt erom."));
        assertThat(planned.jsonPath().getString("state")).isEqualTo("PLANNED");
        assertThat(planned.jsonPath().getList("hints.hint")).contains("ASK_CLEARANCE");
    }

    @Test
    void thePlanSaysWhatToReconsiderWithTheSentenceOfTheSource() {
        willing();
        anUpdate(reference).with("policeClearance", "YES").send();

        var planned = put(
                "/visit",
                Map.of("on", today().toString(), "visitor", "MAYOR", "policePresent", true, "adviceAsked", true));

        assertThat(planned.jsonPath().getList("hints.hint"))
                .containsExactly("RATHER_WITHOUT_POLICE", "MAYOR_NOT_NEEDED");
        assertThat(planned.jsonPath().getString("hints[0].source"))
                .contains("beter wanneer er geen politie aanwezig is");
    }

    @Test
    void aVisitThatWasHeldIsToldAsPromisedAndOnce() {
        willing();
        anUpdate(reference).with("policeClearance", "YES").send();
        plan();

        var held = put("/visit/outcome", Map.of("heldOn", today().toString()));
        var again = put("/visit/outcome", Map.of("heldOn", today().toString()));

        assertThat(held.jsonPath().getString("state")).isEqualTo("HELD");
        assertThat(again.asString()).isEqualTo(held.asString());
        refused(plan(), "visit-held");
        var told = new Topic("aftercare.cases.v1").await(5, UUID.fromString(aftercare.robbery()));
        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .filteredOn(message -> Topic.header(message, "ce_type").endsWith("first-visit-held.v1"))
                .hasSize(1);
    }

    @Test
    void aVisitThatWasHeldIsKeptWhenTheVictimWithdrawsAndComesBack() {
        willing();
        anUpdate(reference).with("policeClearance", "YES").send();
        plan();
        put("/visit/outcome", Map.of("heldOn", today().toString()));

        put("/track/withdrawal", Map.of());
        assertThat(visit().jsonPath().getString("state")).isEqualTo("HELD");
        willing();

        assertThat(visit().jsonPath().getString("state")).isEqualTo("HELD");
        refused(plan(), "visit-held");
    }

    @Test
    void aVisitThatWasNotPlannedOrIsStillToComeWasNotHeld() {
        willing();
        anUpdate(reference).with("policeClearance", "YES").send();

        refused(put("/visit/outcome", Map.of("heldOn", today().toString())), "visit-not-planned");
        plan();
        refused(put("/visit/outcome", Map.of("heldOn", today().plusDays(1).toString())), "held-in-future");
    }

    @Test
    void anObjectionStopsThePlan() {
        willing();
        anUpdate(reference)
                .with("policeClearance", "YES")
                .with("policeObjection", "YES")
                .send();

        refused(plan(), "police-object");
    }

    @ParameterizedTest
    @CsvSource({"on, gisteren", "visitor, POLICE", "policePresent, maybe", "adviceAsked, 1", "reason, x"})
    void aBadFieldIsNamed(String field, String value) {
        willing();

        var plan = new HashMap<>(Map.of("on", today().toString(), "visitor", "MAYOR"));
        plan.put(field, value);

        var answer = put("/visit", plan);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    private void willing() {
        aftercare.willing();
    }

    private Response visit() {
        return aftercare.get("/visit");
    }

    private Response plan() {
        return put("/visit", Map.of("on", today().toString(), "visitor", "COORDINATOR", "adviceAsked", true));
    }

    private Response put(String what, Map<String, ?> body) {
        return aftercare.put(what, body);
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
