package nl.aftercare.offers.rulesets;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of 9909 and of the region that it is in, so that the offers of other tests stay as they are. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RuleSetTest {
    private static final Database STORED = Database.asSuperuser("offers");
    private static final String MUNICIPALITY = "9909";
    private static final String REGION = "nieuwestreek";
    private static final String OFFICER = "coordinator-nieuwestad";
    private static final String MANAGER = "manager-nieuwestad";
    private static String camera;

    @BeforeEach
    void theNationalTableIsKnown() {
        camera();
    }

    @AfterEach
    void nothingHoldsAnyLonger() {
        STORED.change("update rule_set set draft = null where area in ('9909', 'nieuwestreek')");
        STORED.change(
                "update rule_set_version set details = jsonb_set(jsonb_set(details, '{validity,to}', '\"1900-01-01\"'),"
                        + " '{validity,from}', '\"1900-01-01\"') where area in ('9909', 'nieuwestreek')");
        STORED.change("delete from tailored_offer where municipality in ('9908', '9909')");
    }

    @Test
    void whatIsPublishedDecidesInTheMunicipalityAndChangesTheOffersThatAreThere() {
        var caseId = aRobbery("2026-03-02");
        assertThat(line(caseId, "camera-nine-points").get("outcome")).isEqualTo("OFFER");

        publish(MUNICIPALITY, cameraFrom("INFORM"));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(line(caseId, "camera-nine-points"))
                .containsEntry("outcome", "INFORM")
                .containsEntry("area", MUNICIPALITY));
        assertThat(version(caseId)).matches("NL-.+\\+9909-\\d+");
        assertThat(line(caseId, "skim-safe")).containsEntry("area", "NL");
    }

    @Test
    void whatIsPublishedDecidesAlsoForMunicipalitiesThatMergedIntoIt() {
        var before = aRobbery("9908", "2026-03-02");

        publish(MUNICIPALITY, cameraFrom("INFORM"));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(line(before, "camera-nine-points"))
                .containsEntry("outcome", "INFORM"));
        assertThat(line(aRobbery("9908", "2026-03-02"), "camera-nine-points")).containsEntry("outcome", "INFORM");
    }

    @Test
    void aDraftDecidesNothing() {
        prepare(MUNICIPALITY, cameraFrom("INFORM"));

        assertThat(line(aRobbery("2026-03-02"), "camera-nine-points")).containsEntry("outcome", "OFFER");
    }

    @Test
    void theMunicipalityComesBeforeItsRegionAndTheRegionBeforeTheCountry() {
        publish(REGION, cameraFrom("INFORM"));
        var regional = aRobbery("2026-03-02");
        assertThat(line(regional, "camera-nine-points"))
                .containsEntry("outcome", "INFORM")
                .containsEntry("area", REGION);

        publish(MUNICIPALITY, cameraFrom("COORDINATE"));

        var local = aRobbery("2026-03-02");
        assertThat(line(local, "camera-nine-points"))
                .containsEntry("outcome", "COORDINATE")
                .containsEntry("area", MUNICIPALITY);
        assertThat(version(local)).matches("NL-.+\\+nieuwestreek-\\d+\\+9909-\\d+");
    }

    @Test
    void aMeasureThatOnlyTheMunicipalityHasIsOfferedAndInItsCatalogue() {
        publish(MUNICIPALITY, camera().replace("name=\"camera-nine-points\"", "name=\"clean-up-help\""));

        assertThat(line(aRobbery("2026-03-02"), "clean-up-help")).containsEntry("outcome", "OFFER");
        assertThat(get("/v1/measures").jsonPath().getList("measures.measure", String.class))
                .hasSize(30)
                .endsWith("clean-up-help");
    }

    @Test
    void tablesJudgedOnTheRobberyHoldForRobberiesOfThatTime() {
        publish(MUNICIPALITY, cameraFrom("INFORM"), "2026-03-01", "2026-03-31", "ROBBERY");

        assertThat(line(aRobbery("2026-02-28"), "camera-nine-points")).containsEntry("outcome", "OFFER");
        assertThat(line(aRobbery("2026-03-31"), "camera-nine-points")).containsEntry("outcome", "INFORM");
        assertThat(line(aRobbery("2026-04-01"), "camera-nine-points")).containsEntry("outcome", "OFFER");
    }

    @Test
    void tablesJudgedOnTheApplicationThatHaveLapsedDecideNothing() {
        publish(MUNICIPALITY, cameraFrom("INFORM"), "2020-01-01", "2020-12-31", "APPLICATION");

        assertThat(line(aRobbery("2020-06-01"), "camera-nine-points")).containsEntry("outcome", "OFFER");
    }

    @Test
    void ofWhoImportedItSomebodyElsePublishesIt() {
        prepare(MUNICIPALITY, cameraFrom("INFORM"));

        var own = publishAs(OFFICER, MUNICIPALITY);

        isProblem(own, 409);
        assertThat(own.jsonPath().getString("type")).endsWith("four-eyes");
        assertThat(publishAs(MANAGER, MUNICIPALITY).statusCode()).isEqualTo(200);
        var read = get("/v1/rule-sets/9909").jsonPath();
        assertThat(read.getString("versions[-1].importedBy")).isNotEqualTo(read.getString("versions[-1].publishedBy"));
        assertThat(read.getString("draft")).isNull();
    }

    @Test
    void withoutADraftNothingIsPublished() {
        isProblem(publishAs(MANAGER, MUNICIPALITY), 409);
    }

    @ParameterizedTest
    @CsvSource({
        "'<text>\"OFFER\"</text>', '<text>\"GIVE\"</text>', 'dmn.camera-nine-points[1].outcome'",
        "'<text>\"YES\"</text>', '<text>\"YES</text>', 'dmn.camera-nine-points[1].businessInvolved'",
        "'<text>\"YES\"</text>', '<text>-</text>', 'dmn.camera-nine-points[1]'",
        "'hitPolicy=\"UNIQUE\"', 'hitPolicy=\"FIRST\"', 'dmn.camera-nine-points'"
    })
    void aBadTableIsRefusedWithItsPlaceAndTheRunningVersionStays(String from, String to, String place) {
        publish(MUNICIPALITY, cameraFrom("INFORM"));
        assertThat(camera()).contains(from);

        var answer = prepare(MUNICIPALITY, camera().replaceFirst(from, to));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .contains(place);
        assertThat(get("/v1/rule-sets/9909").jsonPath().getString("draft")).isNull();
        assertThat(line(aRobbery("2026-03-02"), "camera-nine-points")).containsEntry("outcome", "INFORM");
    }

    @ParameterizedTest
    @CsvSource({"validFrom, gisteren", "validTo, 2019-12-31", "judgedOn, ONCE", "dmn, ''", "unknown, x"})
    void aBadFieldIsNamed(String field, String value) {
        var entry = entry(camera(), "2020-01-01", null, "ROBBERY");
        entry.put(field, value);

        var answer = put(OFFICER, MUNICIPALITY, entry);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    @Test
    void whatIsExportedIsWhatWasImported() {
        var table = cameraFrom("INFORM");
        publish(MUNICIPALITY, table);

        assertThat(get("/v1/rule-sets/9909/dmn").asString()).isEqualTo(table);
        int number = get("/v1/rule-sets/9909").jsonPath().getInt("versions[-1].number");
        assertThat(get("/v1/rule-sets/9909/versions/" + number + "/dmn").asString())
                .isEqualTo(table);
        assertThat(get("/v1/measures/camera-nine-points/dmn").asString()).contains("\"INFORM\"");
        assertThat(get("/v1/rule-sets/NL/dmn").asString()).contains("id=\"NL-");
        isProblem(get("/v1/rule-sets/9909/versions/9999/dmn"), 404);
        isProblem(get("/v1/measures/no-such-measure/dmn"), 404);
    }

    @Test
    void theEffectOfADraftIsCountedOverThePastCasesWithoutNamingThem() {
        var caseId = aRobbery("2026-03-02");
        prepare(MUNICIPALITY, cameraFrom("NOT_APPLICABLE"));

        var effect = get("/v1/rule-sets/9909/draft/effect");

        assertThat(effect.jsonPath().getInt("looked")).isEqualTo(1);
        assertThat(effect.jsonPath().getInt("less")).isEqualTo(1);
        assertThat(effect.jsonPath().getInt("more")).isZero();
        assertThat(effect.jsonPath().getString("victims[0].changes[0].measure")).isEqualTo("camera-nine-points");
        assertThat(effect.jsonPath().getString("victims[0].changes[0].direction"))
                .isEqualTo("LESS");
        assertThat(effect.asString()).doesNotContain(caseId.toString());
        isProblem(given().auth().oauth2(Tokens.user(MANAGER)).get("/v1/rule-sets/9909/draft/effect"), 403);
        assertThat(line(caseId, "camera-nine-points")).containsEntry("outcome", "OFFER");
    }

    @Test
    void aDraftIsDiscarded() {
        prepare(MUNICIPALITY, cameraFrom("INFORM"));

        var discarded = given().auth()
                .oauth2(Tokens.user(OFFICER))
                .header("If-Match", etag(MUNICIPALITY))
                .delete("/v1/rule-sets/9909/draft");

        assertThat(discarded.statusCode()).isEqualTo(200);
        isProblem(get("/v1/rule-sets/9909/draft/dmn"), 404);
    }

    @Test
    void whoPreparesOnAnOlderVersionIsToldSo() {
        var seen = etag(MUNICIPALITY);
        prepare(MUNICIPALITY, cameraFrom("INFORM"));

        isProblem(
                given().auth()
                        .oauth2(Tokens.user(OFFICER))
                        .contentType(ContentType.JSON)
                        .header("If-Match", seen)
                        .body(entry(camera(), "2020-01-01", null, "ROBBERY"))
                        .put("/v1/rule-sets/9909/draft"),
                412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9901", "voorbeeldstreek"})
    void whoDoesNotWorkForAllOfAnAreaChangesNothingThere(String area) {
        isProblem(put(OFFICER, area, entry(camera(), "2020-01-01", null, "ROBBERY")), 403);
        isProblem(get("/v1/rule-sets/" + area), 404);
    }

    @Test
    void anAreaThatIsNoneIsRefused() {
        isProblem(get("/v1/rule-sets/nergens"), 404);
        isProblem(get("/v1/rule-sets/Nergens"), 400);
    }

    /** The national table. */
    private static String camera() {
        if (camera == null) {
            camera = get("/v1/measures/camera-nine-points/dmn").asString();
        }
        return camera;
    }

    private static String cameraFrom(String outcome) {
        return camera().replace("<text>\"OFFER\"</text>", "<text>\"" + outcome + "\"</text>");
    }

    private static void publish(String area, String dmn) {
        publish(area, dmn, "2020-01-01", null, "ROBBERY");
    }

    private static void publish(String area, String dmn, String from, String to, String judgedOn) {
        var prepared = put(OFFICER, area, entry(dmn, from, to, judgedOn));
        assertThat(prepared.statusCode()).as(prepared.asString()).isEqualTo(200);
        var published = publishAs(MANAGER, area);
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
    }

    private static Response prepare(String area, String dmn) {
        return put(OFFICER, area, entry(dmn, "2020-01-01", null, "ROBBERY"));
    }

    private static Map<String, Object> entry(String dmn, String from, String to, String judgedOn) {
        var entry = new HashMap<String, Object>(Map.of("dmn", dmn, "validFrom", from, "judgedOn", judgedOn));
        if (to != null) {
            entry.put("validTo", to);
        }
        return entry;
    }

    private static Response put(String by, String area, Object entry) {
        return given().auth()
                .oauth2(Tokens.user(by))
                .contentType(ContentType.JSON)
                .header("If-Match", etag(area))
                .body(entry)
                .put("/v1/rule-sets/" + area + "/draft");
    }

    private static Response publishAs(String by, String area) {
        return given().auth()
                .oauth2(Tokens.user(by))
                .header("If-Match", etag(area))
                .post("/v1/rule-sets/" + area + "/versions");
    }

    private static String etag(String area) {
        var tag = get("/v1/rule-sets/" + area).header("ETag");
        return tag == null ? "\"0\"" : tag;
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user(OFFICER)).get(path);
    }

    private static Map<String, Object> line(UUID caseId, String measure) {
        return get("/v1/offers?caseId=" + caseId)
                .jsonPath()
                .getMap("items[0].lines.find { it.measure == '" + measure + "' }");
    }

    private static String version(UUID caseId) {
        return get("/v1/offers?caseId=" + caseId).jsonPath().getString("items[0].ruleVersion");
    }

    private static UUID aRobbery(String occurredOn) {
        return aRobbery(MUNICIPALITY, occurredOn);
    }

    private static UUID aRobbery(String municipality, String occurredOn) {
        var caseId = UUID.randomUUID();
        Event.of("cases", "robbery-reported")
                .header("ce_municipality", municipality)
                .with("robberyId", UUID.randomUUID())
                .with("kind", "COMMERCIAL")
                .with("occurredOn", occurredOn)
                .with("caseIds", List.of(caseId))
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(STORED.count("from tailored_offer where case_id = '" + caseId + "'"))
                        .isEqualTo(1));
        return caseId;
    }
}
