package nl.aftercare.cases.forgetting;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.victim;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After its term a case is erased in every service, when two persons agreed; a proof remains. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ForgettingTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private ACase aftercare;

    @BeforeEach
    void aCaseWhoseTermIsOver() {
        // nothing of the other tests comes on a list
        STORED.change("update aftercare_case set closed_on = current_date where track = 'CLOSED'");
        aftercare = ACase.reported().granted().willing().visited().evaluated().closed();
        STORED.change("update aftercare_case set closed_on = '2024-01-31' where id = '" + aftercare.id() + "'");
    }

    @Test
    void twoPersonsEraseAVictimAndWhatThePoliceSayLaterBringsNothingBack() {
        var list = drawUp();
        assertThat(list.jsonPath().getList("cases", String.class)).containsExactly(aftercare.id());
        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");

        var approved = put("manager", "/approval", id(list), Map.of());

        assertThat(approved.jsonPath().getString("state")).isEqualTo("APPROVED");
        assertThat(aftercare.get("").asString()).doesNotContain("Slachtoffer Voorbeeld", "voorbeeld.example");
        assertThat(aftercare.get("/track").jsonPath().getString("state")).isEqualTo("ERASED");
        anUpdate(aftercare.reference())
                .with("solved", "YES")
                .with("victims", List.of(victim("1")))
                .send();
        assertThat(aftercare.get("").asString()).doesNotContain("Slachtoffer Voorbeeld");
        assertThat(put("manager", "/approval", id(list), Map.of()).statusCode()).isEqualTo(200);
        assertThat(STORED.count(
                        "from audit_line where action = 'erase-personal-data' and object = '" + aftercare.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void theErasureIsToldAsPromisedAndOnceAndTheProofIsCompleteWhenEveryServiceAnswered() {
        put("manager", "/approval", id(drawUp()), Map.of());
        // reported, decided, willing, cleared, visited, evaluated, closed, erased
        var told = new Topic("aftercare.cases.v1").await(8, UUID.fromString(aftercare.robbery()));
        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .filteredOn(message -> Topic.header(message, "ce_type").endsWith("personal-data-erased.v1"))
                .hasSize(1);
        assertThat(proof().jsonPath().getBoolean("complete")).isFalse();

        answer("offers", "offer-data-erased");
        answer("offers", "offer-data-erased");
        answer("neighbourhood", "neighbourhood-data-erased");
        answer("notifications", "message-data-erased");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() ->
                        assertThat(proof().jsonPath().getBoolean("complete")).isTrue());
        // a service that is tested beside this one answers too
        assertThat(proof().jsonPath().getList("answers.service", String.class))
                .contains("cases", "offers", "neighbourhood", "notifications");
    }

    @Test
    void oneStepErasesNothing() {
        var list = post("manager", "9901");

        refused(put("manager", "/approval", id(list), Map.of()), "same-person");
        isProblem(put("coordinator", "/approval", id(list), Map.of()), 403);
        isProblem(put("manager-klein-buiten", "/approval", id(list), Map.of()), 404);
        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");
    }

    @Test
    void anOldApprovalErasesNothingThatStayedThen() {
        var list = drawUp();
        hold("Er loopt een rechtszaak.");
        put("manager", "/approval", id(list), Map.of());
        hold(null);

        assertThat(put("manager", "/approval", id(list), Map.of()).statusCode()).isEqualTo(200);

        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");
    }

    @Test
    void whatAVictimAnsweredAndWasOfferedLeavesTheTimeline() {
        Event.of("offers", "offer-composed")
                .with("robberyId", UUID.fromString(aftercare.robbery()))
                .with("caseId", UUID.fromString(aftercare.id()))
                .send();
        // offer-service may be under test beside this one, and compose an offer of its own
        await().atMost(Topic.PATIENCE).until(() -> steps("offer-composed") >= 1);

        put("manager", "/approval", id(drawUp()), Map.of());

        await().atMost(Topic.PATIENCE).until(() -> steps("offer-composed") == 0);
        assertThat(steps("case-closed")).isEqualTo(1);
    }

    @Test
    void aLegalHoldKeepsWhatIsOnAListAlready() {
        var list = drawUp();
        assertThat(hold("Er loopt een rechtszaak.").statusCode()).isEqualTo(200);

        put("manager", "/approval", id(list), Map.of());

        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");
        refused(post("coordinator", "9901"), "nothing-to-destroy");
        hold(null);
        put("manager", "/approval", id(drawUp()), Map.of());
        assertThat(aftercare.get("").asString()).doesNotContain("Slachtoffer Voorbeeld");
        refused(hold("Te laat."), "case-erased");
    }

    @Test
    void aCaseThatWasOpenedAgainStays() {
        var list = drawUp();
        aftercare.put("/reopening", Map.of());

        put("manager", "/approval", id(list), Map.of());

        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");
    }

    @Test
    void aRejectedListErasesNothingAndSaysWhy() {
        var list = drawUp();

        var rejected = put("manager", "/rejection", id(list), Map.of("reason", "Eerst navragen."));

        assertThat(rejected.jsonPath().getString("reason")).isEqualTo("Eerst navragen.");
        refused(put("manager", "/approval", id(list), Map.of()), "already-decided");
        assertThat(aftercare.get("").asString()).contains("Slachtoffer Voorbeeld");
    }

    @Test
    void beforeTheTermIsOverNothingIsOnAList() {
        STORED.change("update aftercare_case set closed_on = current_date - 300 where id = '" + aftercare.id() + "'");

        refused(post("coordinator", "9901"), "nothing-to-destroy");
    }

    @Test
    void badInputIsNamed() {
        isProblem(post("coordinator", "99"), 400);
        isProblem(post("coordinator", "9902"), 403);
        isProblem(put("manager", "/rejection", UUID.randomUUID().toString(), Map.of("reason", "")), 400);
        isProblem(put("manager", "/approval", UUID.randomUUID().toString(), Map.of()), 404);
        isProblem(put("manager", "/approval", "x", Map.of()), 400);
    }

    private void answer(String service, String event) {
        Event.of(service, event)
                .with("robberyId", UUID.fromString(aftercare.robbery()))
                .with("caseId", UUID.fromString(aftercare.id()))
                .send();
    }

    private int steps(String event) {
        return STORED.count("from timeline_step where robbery_id = '%s' and type like '%%.%s.v1'"
                .formatted(aftercare.robbery(), event));
    }

    private Response proof() {
        return aftercare.get("/erasure");
    }

    private Response hold(String because) {
        return given().auth()
                .oauth2(Tokens.user("manager"))
                .contentType(ContentType.JSON)
                .body(because == null ? Map.of() : Map.of("because", because))
                .put("/v1/cases/" + aftercare.id() + "/legal-hold");
    }

    private static Response drawUp() {
        var list = post("coordinator", "9901");
        assertThat(list.statusCode()).isEqualTo(201);
        return list;
    }

    private static String id(Response list) {
        return list.jsonPath().getString("id");
    }

    private static Response post(String user, String municipality) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("municipality", municipality))
                .post("/v1/destruction-lists");
    }

    private static Response put(String user, String step, String list, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/destruction-lists/" + list + step);
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(code);
    }
}
