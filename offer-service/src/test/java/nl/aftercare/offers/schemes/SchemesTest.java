package nl.aftercare.offers.schemes;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of 9902, so that the offers of other tests stay as they are. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SchemesTest {
    private static final Database STORED = Database.asSuperuser("offers");
    private static final String PATH = "/v1/schemes/9902";
    private static final String MANAGER = "manager-klein-buiten";

    @AfterEach
    void nothingIsSettled() {
        STORED.change("delete from local_schemes where municipality = '9902'");
        STORED.change("delete from scheme_ending where municipality = '9902'");
        STORED.change("update renewal set due_on = '2000-01-01' where municipality = '9902'");
    }

    @Test
    void untilAMunicipalitySaysWhatItHasEachSchemeIsAQuestion() {
        var caseId = aRobbery("2026-03-02");

        assertThat(get(PATH).jsonPath().getBoolean("settled")).isFalse();
        assertThat(outcome(caseId, "municipal-emergency-fund")).isEqualTo("ENQUIRE");
    }

    @Test
    void whatIsSettledChangesTheOffersThatAreThereAlready() {
        var caseId = aRobbery("2026-03-02");

        settle(0, scheme("municipal-emergency-fund", "2020-01-01", null, "ROBBERY"));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(outcome(caseId, "municipal-emergency-fund"))
                .isEqualTo("OFFER"));
        assertThat(STORED.column("select revision from tailored_offer where case_id = '" + caseId + "'"))
                .containsExactly("2");
        assertThat(outcome(caseId, "door-viewer")).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void aSchemeThatLapsedTheDayBeforeTheRobberyIsNotOffered() {
        settle(0, scheme("municipal-emergency-fund", "2020-01-01", "2026-03-01", "ROBBERY"));

        assertThat(outcome(aRobbery("2026-03-01"), "municipal-emergency-fund")).isEqualTo("OFFER");
        assertThat(outcome(aRobbery("2026-03-02"), "municipal-emergency-fund")).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void aSchemeJudgedOnTheApplicationIsOfferedAsLongAsItHoldsWhateverTheDayOfTheRobbery() {
        var today = LocalDate.now(DutchTime.ZONE);
        settle(0, scheme("municipal-emergency-fund", today.toString(), today.toString(), "APPLICATION"));

        assertThat(outcome(aRobbery("2026-03-02"), "municipal-emergency-fund")).isEqualTo("OFFER");
    }

    @Test
    void onTheDayThatASchemeHasEndedTheOffersAreComposedAnew() {
        var yesterday = LocalDate.now(DutchTime.ZONE).minusDays(1).toString();
        settle(0, scheme("peer-contact", "2020-01-01", null, "APPLICATION"));
        var caseId = aRobbery("2026-03-02");
        assertThat(outcome(caseId, "peer-contact")).isEqualTo("OFFER");
        // as if a night had passed
        STORED.change("update local_schemes set schemes = jsonb_set(schemes, '{schemes,0,validTo}', '\"" + yesterday
                + "\"') where municipality = '9902'");
        STORED.change("update renewal set due_on = current_date where municipality = '9902'");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(stored(caseId, "peer-contact")).isEqualTo("NOT_APPLICABLE"));
    }

    @Test
    void aSchemeWarnsBeforeItStopsAndAfter() {
        var soon = LocalDate.now(DutchTime.ZONE).plusDays(20);
        settle(
                0,
                scheme("peer-contact", "2020-01-01", soon.toString(), "ROBBERY"),
                scheme("skim-safe", "2020-01-01", "2020-12-31", "ROBBERY"),
                scheme("door-chain", "2020-01-01", null, "ROBBERY"));

        var warnings = get(PATH).jsonPath().getList("schemes.warning", String.class);
        assertThat(warnings.get(0)).startsWith("Dit geldt tot en met " + soon.getDayOfMonth());
        assertThat(warnings.get(1)).isEqualTo("Dit gold tot en met 31 december 2020. Het wordt niet meer aangeboden.");
        assertThat(warnings.get(2)).isNull();
    }

    @Test
    void aSchemeThatEndsSoonIsToldOnceUnlessSomethingIsSettledForAfterwards() {
        var soon = LocalDate.now(DutchTime.ZONE).plusDays(10);
        var schemes = new Object[] {
            scheme("peer-contact", "2020-01-01", soon.toString(), "ROBBERY"),
            scheme("door-chain", "2020-01-01", soon.toString(), "ROBBERY"),
            scheme("door-chain", soon.plusDays(1).toString(), null, "ROBBERY"),
            scheme("skim-safe", "2020-01-01", soon.plusDays(90).toString(), "ROBBERY")
        };

        settle(0, schemes);
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(told(soon)).hasSize(1));
        settle(1, schemes);

        told(soon).forEach(new WireContract("offer-service")::check);
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column(
                                "select measure || ' ' || told from scheme_ending where municipality = '9902' order by measure"))
                .containsExactly("peer-contact true", "skim-safe false"));
        assertThat(told(soon)).hasSize(1);
    }

    @Test
    void whoChangesWhatSomebodyElseChangedMeanwhileIsToldSo() {
        assertThat(settle(0).statusCode()).isEqualTo(200);

        isProblem(settle(0), 412);
        assertThat(settle(1).statusCode()).isEqualTo(200);
        isProblem(
                given().auth()
                        .oauth2(Tokens.user(MANAGER))
                        .contentType(ContentType.JSON)
                        .body(Map.of("schemes", List.of()))
                        .put(PATH),
                428);
    }

    @Test
    void onlyTheManagerOfTheMunicipalitySettlesItsSchemes() {
        isProblem(put("coordinator-klein-buiten", 0, Map.of("schemes", List.of())), 403);
        isProblem(put("manager", 0, Map.of("schemes", List.of())), 403);
        isProblem(given().auth().oauth2(Tokens.user("manager")).get(PATH), 404);
        assertThat(STORED.count("from local_schemes where municipality = '9902'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "measure, camera-nine-points",
        "measure, ''",
        "validFrom, gisteren",
        "validTo, 2026-02-30",
        "validTo, 2019-12-31",
        "judgedOn, ONCE",
        "free, MAYBE",
        "unknown, x"
    })
    void aBadFieldIsNamedAndNothingIsStored(String field, String value) {
        var scheme = scheme("skim-safe", "2020-01-01", null, "ROBBERY");
        scheme.put(field, value);

        var answer = settle(0, scheme);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly("schemes[0]." + field);
        assertThat(STORED.count("from local_schemes where municipality = '9902'"))
                .isZero();
    }

    @Test
    void theCatalogueNamesEveryMeasureAndTheFactsThatDecide() {
        var catalogue = get("/v1/measures").jsonPath();

        assertThat(catalogue.getList("measures.measure", String.class))
                .hasSize(29)
                .contains("skim-safe", "right-to-speak", "form-filling-help");
        assertThat(catalogue.getList("measures.find { it.measure == 'right-to-speak' }.facts.fact", String.class))
                .containsExactly("solved", "hearingScheduled");
    }

    /** What was told of schemes that end on this day. */
    private static List<ConsumerRecord<String, byte[]>> told(LocalDate on) {
        return new Topic("aftercare.schemes.v1")
                .all().stream()
                        .filter(event -> new String(event.value(), StandardCharsets.UTF_8).contains(on.toString()))
                        .toList();
    }

    private static UUID aRobbery(String occurredOn) {
        var caseId = UUID.randomUUID();
        Event.of("cases", "robbery-reported")
                .header("ce_municipality", "9902")
                .with("robberyId", UUID.randomUUID())
                .with("occurredOn", occurredOn)
                .with("caseIds", List.of(caseId))
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(STORED.count("from tailored_offer where case_id = '" + caseId + "'"))
                        .isEqualTo(1));
        return caseId;
    }

    private static String outcome(UUID caseId, String measure) {
        return get("/v1/offers?caseId=" + caseId)
                .jsonPath()
                .getString("items[0].lines.find { it.measure == '" + measure + "' }.outcome");
    }

    private static String stored(UUID caseId, String measure) {
        return STORED.column("select line ->> 'outcome' from tailored_offer, jsonb_array_elements(lines -> 'all') line"
                        + " where case_id = '" + caseId + "' and line ->> 'measure' = '" + measure + "'")
                .getFirst();
    }

    private static Map<String, Object> scheme(String measure, String from, String to, String judgedOn) {
        var scheme = new HashMap<String, Object>(
                Map.of("measure", measure, "validFrom", from, "judgedOn", judgedOn, "free", "YES"));
        if (to != null) {
            scheme.put("validTo", to);
        }
        return scheme;
    }

    private static Response settle(int version, Object... schemes) {
        return put(MANAGER, version, Map.of("schemes", List.of(schemes)));
    }

    private static Response put(String by, int version, Object body) {
        return given().auth()
                .oauth2(Tokens.user(by))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(PATH);
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path);
    }
}
