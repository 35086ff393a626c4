package nl.aftercare.offers.progressing;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
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
class MeasureStepTest {
    private static final Database STORED = Database.asSuperuser("offers");
    private static final String FUND = "violent-crime-compensation";
    private static final String ON = "2026-04-01";

    private UUID robberyId;
    private UUID caseId;
    private String offerId;

    @BeforeEach
    void anOffer() {
        robberyId = UUID.randomUUID();
        caseId = UUID.randomUUID();
        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .with("caseIds", List.of(caseId))
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(offers().getList("items")).hasSize(1));
        offerId = offers().getString("items[0].id");
    }

    @Test
    void whatHappenedIsSeenAtTheMeasureAndTold() {
        assertThat(record(FUND, step("ACCEPTED")).statusCode()).isEqualTo(200);
        var referred = step("REFERRED");
        referred.put("provider", "schadefonds");
        referred.put("permission", "YES");
        assertThat(record(FUND, referred).statusCode()).isEqualTo(200);

        var line = "items[0].lines.find { it.measure == '" + FUND + "' }";
        assertThat(offers().getString(line + ".status")).isEqualTo("REFERRED");
        assertThat(offers().getString(line + ".steps[1].provider")).isEqualTo("schadefonds");
        var told = new Topic("aftercare.offers.v1").await(3, robberyId);
        told.forEach(new WireContract("offer-service")::check);
    }

    @Test
    void aStepThatIsSentTwiceHappensOnce() {
        var seen = etag();
        assertThat(record(FUND, step("ACCEPTED"), seen).statusCode()).isEqualTo(200);
        assertThat(record(FUND, step("ACCEPTED"), seen).statusCode()).isEqualTo(200);

        assertThat(offers().getList("items[0].lines.find { it.measure == '" + FUND + "' }.steps"))
                .hasSize(1);
    }

    @Test
    void whoDidNotSeeTheLastStepIsToldSo() {
        var seen = etag();
        record(FUND, step("ACCEPTED"), seen);

        isProblem(record(FUND, step("DELIVERED"), seen), 412);
        isProblem(record(FUND, step("DELIVERED"), null), 428);
    }

    @Test
    void whatCannotFollowIsRefusedWithTheReason() {
        var refused = record(FUND, step("DELIVERED"));

        isProblem(refused, 409);
        assertThat(refused.jsonPath().getString("detail")).isEqualTo("Deze stap kan nu niet bij deze maatregel.");
    }

    @Test
    void aMeasureThatIsNotInTheOfferIsNotFound() {
        isProblem(record("no-such-measure", step("ACCEPTED")), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, provider, schadefonds, provider",
        "ACCEPTED, reason, NO_CAPACITY, reason",
        "ACCEPTED, inUse, YES, inUse",
        "ACCEPTED, on, morgen, on",
        "NOT_DELIVERED, provider, schadefonds, provider;reason",
        "SIX_WEEKS_LATER, on, 2026-04-01, inUse",
        "REFERRED, permission, NO, provider;permission",
        "REFERRED, on, 2026-04-01, provider;permission",
        "NOTHING, on, 2026-04-01, kind"
    })
    void aBadStepIsRefusedWithAllThatIsWrong(String kind, String field, String value, String wrong) {
        var step = step(kind);
        step.put(field, value);

        var refused = record(FUND, step);

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams.name", String.class))
                .containsExactlyInAnyOrder(wrong.split(";"));
    }

    @Test
    void aProviderThatDoesNotGiveTheMeasureCannotGetIt() {
        record(FUND, step("ACCEPTED"));
        var referred = step("REFERRED");
        referred.put("provider", "perspectief");
        referred.put("permission", "YES");

        var refused = record(FUND, referred);

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly("provider");
    }

    @Test
    void whatWasDeliveredLongAgoIsToBeLookedBackAt() {
        record(FUND, step("ACCEPTED"));
        record(FUND, step("DELIVERED"));

        var due = followUps();
        assertThat(due.getList("items.find { it.offerId == '" + offerId + "' }.measures.moment", String.class))
                .containsExactly("SIX_WEEKS_LATER", "SIX_MONTHS_LATER");

        var looked = step("SIX_WEEKS_LATER");
        looked.put("on", LocalDate.now(DutchTime.ZONE).toString());
        looked.put("inUse", "YES");
        assertThat(record(FUND, looked).statusCode()).isEqualTo(200);
        assertThat(followUps().getList("items.find { it.offerId == '" + offerId + "' }.measures.moment", String.class))
                .containsExactly("SIX_MONTHS_LATER");
    }

    @Test
    void nobodyFromAnotherMunicipalityRecordsAnything() {
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-klein-buiten"))
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"0\"")
                        .body(step("ACCEPTED"))
                        .post("/v1/offers/" + offerId + "/measures/" + FUND + "/steps"),
                404);
    }

    @Test
    void whatWasAcceptedStaysWhenAFactChanges() {
        record(FUND, step("ACCEPTED"));

        Event.of("cases", "victim-contacted")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(outcome("restorative-mediation"))
                .isEqualTo("ALREADY_COVERED"));
        assertThat(outcome(FUND)).isEqualTo("OFFER");
        assertThat(STORED.column("select revision from tailored_offer where id = '" + offerId + "'"))
                .containsExactly("2");
    }

    private Response record(String measure, Map<String, Object> step) {
        return record(measure, step, etag());
    }

    private Response record(String measure, Map<String, Object> step, String ifMatch) {
        var request = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(step);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/v1/offers/" + offerId + "/measures/" + measure + "/steps");
    }

    private static Map<String, Object> step(String kind) {
        return new HashMap<>(Map.of("kind", kind, "on", ON));
    }

    private String outcome(String measure) {
        return offers().getString("items[0].lines.find { it.measure == '" + measure + "' }.outcome");
    }

    private String etag() {
        return get("/v1/offers/" + offerId).header("ETag");
    }

    private static JsonPath followUps() {
        return get("/v1/follow-ups?pageSize=200").jsonPath();
    }

    private JsonPath offers() {
        return get("/v1/offers?caseId=" + caseId).jsonPath();
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path);
    }
}
