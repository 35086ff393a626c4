package nl.aftercare.cases.contacts;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Laat je adviseren": what Slachtofferhulp advises about the visit, brought by its own feed (X5, V5). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AdviceTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @Test
    void anAdviceIsShownWithTheVisitAndNeedNotBeAskedForAnyMore() {
        var aftercare = ACase.reported();
        assertThat(hints(aftercare)).contains("ASK_VICTIM_SUPPORT_FOR_ADVICE");

        assertThat(send(advice(aftercare)).statusCode()).isEqualTo(200);

        assertThat(aftercare.get("/visit").jsonPath().getString("advices[0].advice"))
                .isEqualTo("Neem de tijd.");
        assertThat(aftercare.get("/visit").jsonPath().getString("advices[0].party"))
                .isEqualTo("VICTIM_SUPPORT");
        assertThat(hints(aftercare)).doesNotContain("ASK_VICTIM_SUPPORT_FOR_ADVICE");
    }

    @Test
    void theLatestAdviceHoldsInWhateverOrderTheyArrive() {
        var aftercare = ACase.reported();
        send(with(advice(aftercare), Map.of("statedAt", "2026-03-06T10:00:00Z", "advice", "Kom samen.")));
        send(advice(aftercare));
        send(advice(aftercare));

        assertThat(aftercare.get("/visit").jsonPath().getList("advices.advice", String.class))
                .containsExactly("Kom samen.");
    }

    @Test
    void anAdviceIsInTheAnswerToTheVictimAndGoesWhenTheVictimIsForgotten() {
        var aftercare = ACase.reported().granted().willing().visited().evaluated();
        send(advice(aftercare));
        assertThat(aftercare.get("/subject-access").asString()).contains("Neem de tijd.");
        assertThat(aftercare.get("/subject-access/page").asString())
                .contains("Neem de tijd.", "Advies over het gesprek");
        aftercare.closed();
        STORED.change("update aftercare_case set closed_on = '2024-01-31' where id = '" + aftercare.id() + "'");

        aftercare.forgotten();

        assertThat(STORED.count("from party_advice where case_id = '" + aftercare.id() + "'"))
                .isZero();
        assertThat(STORED.count("from idempotency_key where answer::text like '%Neem de tijd%'"))
                .isZero();
        refused(send(advice(aftercare)), "case-erased");
    }

    @Test
    void aFeedSpeaksForItsOwnPartyAlone() {
        var aftercare = ACase.reported();
        var branch = with(advice(aftercare), Map.of("party", "BRANCH_ORGANISATION"));

        isProblem(send(branch), 403);
        isProblem(send(advice(aftercare), Tokens.client("branch-organisation-feed")), 403);
        isProblem(send(advice(aftercare), Tokens.client("police-feed")), 403);
        assertThat(send(branch, Tokens.client("branch-organisation-feed")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void inAHomeRobberyNoBranchOrganisationAdvises() {
        var aftercare = ACase.reported(Map.of("kind", "RESIDENTIAL"));

        refused(
                send(
                        with(advice(aftercare), Map.of("party", "BRANCH_ORGANISATION")),
                        Tokens.client("branch-organisation-feed")),
                "no-branch-in-home-robbery");
    }

    @Test
    void aCaseOfAnotherMunicipalityIsNotFound() {
        isProblem(send(advice(ACase.reported(Map.of("municipality", "9902")))), 404);
        isProblem(
                send(with(
                        advice(ACase.reported()),
                        Map.of("caseId", UUID.randomUUID().toString()))),
                404);
    }

    @ParameterizedTest
    @CsvSource({
        "municipality, 99",
        "caseId, none",
        "party, POLICE",
        "statedAt, 2999-01-01T00:00:00Z",
        "statedAt, gisteren",
        "advice, ' '",
        "reason, x"
    })
    void aBadFieldIsNamedAndNothingIsKept(String field, String value) {
        var aftercare = ACase.reported();

        var answer = send(with(advice(aftercare), Map.of(field, value)));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
        assertThat(STORED.count("from party_advice where case_id = '" + aftercare.id() + "'"))
                .isZero();
    }

    private static Map<String, Object> advice(ACase aftercare) {
        return Map.of(
                "municipality", "9901",
                "caseId", aftercare.id(),
                "party", "VICTIM_SUPPORT",
                "statedAt", "2026-03-05T10:00:00Z",
                "advice", "Neem de tijd.");
    }

    private static Map<String, Object> with(Map<String, Object> advice, Map<String, ?> fields) {
        var changed = new TreeMap<>(advice);
        changed.putAll(fields);
        return changed;
    }

    private static List<String> hints(ACase aftercare) {
        return aftercare.get("/visit").jsonPath().getList("hints.hint", String.class);
    }

    private static Response send(Map<String, Object> advice) {
        return send(advice, Tokens.client("victim-support-feed"));
    }

    private static Response send(Map<String, Object> advice, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(advice)
                .post("/v1/visit-advices");
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
