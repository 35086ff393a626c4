package nl.aftercare.neighbourhood.acting;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ActionResourceTest {
    private UUID robberyId;
    private String planId;

    @BeforeEach
    void aPlanForHomes() {
        robberyId = UUID.randomUUID();
        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .with("kind", "RESIDENTIAL")
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(plans().getList("items")).hasSize(1));
        planId = plans().getString("items[0].id");
    }

    @Test
    void aPlanShowsWhatIsToBeDoneByWhenAndWhy() {
        assertThat(plan().getList("actions.action", String.class))
                .containsExactly(
                        "talk-to-housing-corporation",
                        "inform-residents",
                        "arrange-residents-meeting",
                        "arrange-pkvw-advice",
                        "local-discount-campaign",
                        "offer-door-viewer-or-chain");
        assertThat(plan().getList("actions.status", String.class)).containsOnly("OPEN");
        assertThat(action("inform-residents"))
                .containsEntry("dueOn", "2026-03-05")
                .containsEntry("label", "Informeer bewoners in de buurt");
        assertThat(action("inform-residents").get("source").toString()).startsWith("Informeer bewoners");
    }

    @Test
    void aPlanSaysHowItStandsTowardsItsWindowAndWhatToDo() {
        assertThat(plan().getString("standing")).isEqualTo("BREACHED");
        assertThat(plan().getString("advice")).contains("23 maart 2026", "Een bijeenkomst kan nog steeds");

        var entry = new HashMap<String, Object>(
                Map.of("status", "NOT_NEEDED", "on", "2026-03-05", "reason", "PARTNER_DECLINED"));
        record("arrange-residents-meeting", entry);

        assertThat(plan().getString("standing")).isEqualTo("NOT_NEEDED");
    }

    @Test
    void theFiguresAreOfTheOwnMunicipalityAndThePeriod() {
        var figures = get("/v1/window-figures?from=2026-03-02&until=2026-03-02").jsonPath();

        assertThat(figures.getList("figures.municipality", String.class)).containsExactly("9901");
        assertThat(figures.getInt("figures[0].robberies")).isPositive();
        assertThat(figures.getInt("figures[0].breached")).isPositive();
        assertThat(get("/v1/window-figures?from=1999-01-01&until=1999-12-31")
                        .jsonPath()
                        .getList("figures"))
                .isEmpty();
        isProblem(get("/v1/window-figures?from=2026-03-02&until=2026-03-01"), 400);
        isProblem(get("/v1/window-figures?from=gisteren"), 400);
        isProblem(given().auth().oauth2(Tokens.user("operator")).get("/v1/window-figures"), 403);
    }

    @Test
    void whatWasDoneIsSeenAndTold() {
        assertThat(record("inform-residents", done()).statusCode()).isEqualTo(200);

        assertThat(action("inform-residents")).containsEntry("status", "DONE").containsEntry("on", "2026-03-05");
        new Topic("aftercare.neighbourhood.v1")
                .await(2, robberyId)
                .forEach(new WireContract("neighbourhood-service")::check);
    }

    @Test
    void theSameAgainIsAcceptedAndToldOnce() {
        var seen = etag();
        record("inform-residents", done(), seen);

        assertThat(record("inform-residents", done(), seen).statusCode()).isEqualTo(200);
        assertThat(record("talk-to-housing-corporation", done()).statusCode()).isEqualTo(200);
        // opened, informed, talked
        assertThat(new Topic("aftercare.neighbourhood.v1").await(3, robberyId)).hasSize(3);
    }

    @Test
    void whoDidNotSeeTheLastChangeIsToldSo() {
        var seen = etag();
        record("inform-residents", done(), seen);

        isProblem(record("local-discount-campaign", done(), seen), 412);
        isProblem(record("local-discount-campaign", done(), null), 428);
    }

    @ParameterizedTest
    @CsvSource({
        "status, MAYBE, status",
        "on, gisteren, on",
        "reason, OTHER, reason",
        "status, NOT_NEEDED, reason",
        "reason, MERGED, reason",
        "unknown, x, unknown"
    })
    void aBadFieldIsNamedAndNothingChanges(String field, String value, String wrong) {
        var entry = done();
        entry.put(field, value);

        var refused = record("inform-residents", entry);

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(wrong);
        assertThat(action("inform-residents")).containsEntry("status", "OPEN");
    }

    @Test
    void whatDoesNotFitThePlanIsRefusedWithTheReason() {
        isProblem(record("inform-entrepreneurs", done()), 409);
        isProblem(record("arrange-residents-meeting", done()), 409);
        isProblem(record("no-such-action", done()), 404);
    }

    @Test
    void nobodyFromAnotherMunicipalityRecordsAnything() {
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-klein-buiten"))
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"0\"")
                        .body(done())
                        .put("/v1/neighbourhood-plans/" + planId + "/actions/inform-residents"),
                404);
    }

    @Test
    void whatTurnedOutToBeNoRobberyAsksForNothing() {
        Event.of("cases", "robbery-changed")
                .with("robberyId", robberyId)
                .with("kind", "RESIDENTIAL")
                .with("robbery", "NO")
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(plan().getList("actions.reason", String.class))
                .containsOnly("NOT_A_ROBBERY"));
    }

    @Test
    void ofAReportThatWasMergedNothingMoreIsToBeDone() {
        Event.of("cases", "robbery-merged")
                .with("robberyId", robberyId)
                .with("keptRobberyId", UUID.randomUUID())
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(plan().getList("actions.reason", String.class))
                .containsOnly("MERGED"));
    }

    private static Map<String, Object> done() {
        return new HashMap<>(Map.of("status", "DONE", "on", "2026-03-05"));
    }

    private Response record(String action, Map<String, Object> entry) {
        return record(action, entry, etag());
    }

    private Response record(String action, Map<String, Object> entry, String ifMatch) {
        var request = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(entry);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/neighbourhood-plans/" + planId + "/actions/" + action);
    }

    private Map<String, Object> action(String action) {
        return plan().getMap("actions.find { it.action == '" + action + "' }");
    }

    private String etag() {
        return get("/v1/neighbourhood-plans/" + planId).header("ETag");
    }

    private JsonPath plan() {
        return get("/v1/neighbourhood-plans/" + planId).jsonPath();
    }

    private JsonPath plans() {
        return get("/v1/neighbourhood-plans?robberyId=" + robberyId).jsonPath();
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path);
    }
}
