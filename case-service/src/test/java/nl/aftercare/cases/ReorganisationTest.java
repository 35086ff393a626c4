package nl.aftercare.cases;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Herindeling: 9908 is part of 9909 since 1 January 2026, and 9907 will be. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReorganisationTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private static final String USER = "coordinator-nieuwestad";
    private String reference;

    @BeforeEach
    void aReferenceOfItsOwn() {
        reference = "HERINDELING-" + UUID.randomUUID();
    }

    @Test
    void whatAFeedStillTellsUnderTheOldCodeIsForTheNewMunicipality() {
        var report = aReport().with("municipality", "9908").send();

        assertThat(report.statusCode()).as(report.asString()).isEqualTo(201);
        assertThat(get("/v1/robberies/" + robberyId(report)).jsonPath().getString("municipality"))
                .isEqualTo("9909");
    }

    @Test
    void whatWasReportedBeforeIsTheWorkOfTheNewMunicipalityAndKeepsItsCode() {
        var report = reportedBefore();

        assertThat(get("/v1/cases/" + caseId(report)).jsonPath().getString("aftercareCase.municipality"))
                .isEqualTo("9908");
        assertThat(get("/v1/robberies").jsonPath().getList("items.id", String.class))
                .contains(robberyId(report));
        assertThat(get("/v1/robberies?municipality=9908").jsonPath().getList("items.id", String.class))
                .contains(robberyId(report));
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get("/v1/cases/" + caseId(report)), 404);
    }

    @Test
    void anUpdateUnderEitherCodeReachesTheRobberyFromBefore() {
        var report = reportedBefore();

        for (var code : new String[] {"9908", "9909"}) {
            var update = anUpdate(reference)
                    .with("municipality", code)
                    .with("solved", "YES")
                    .send();
            assertThat(robberyId(update)).as(code).isEqualTo(robberyId(report));
        }
        var again = aReport()
                .with("reference", reference)
                .with("municipality", "9909")
                .send();
        assertThat(STORED.count("from feed_reference where reference = '" + reference + "'"))
                .as(again.asString())
                .isEqualTo(1);
    }

    @Test
    void whatTheNewMunicipalitySettledHoldsForTheOldOne() {
        var report = reportedBefore();
        settle("9909", 5);

        assertThat(get("/v1/playbooks/9908").jsonPath().getInt("tries")).isEqualTo(5);
        settle("9908", 4);
        assertThat(get("/v1/playbooks/9909").jsonPath().getInt("tries")).isEqualTo(4);
        assertThat(STORED.count("from playbook where municipality = '9908'")).isZero();
        assertThat(get("/v1/cases/" + caseId(report) + "/track").statusCode()).isEqualTo(200);
    }

    /** With a municipality ends the office of its mayor. */
    @Test
    void aDesignationOfTheOldMayorHasLapsed() {
        var report = reportedBefore();
        STORED.change("update designation set municipality = '9908' where document_ref = 'TEST-4'");
        try {
            var answer = get("/v1/cases/" + caseId(report));
            isProblem(answer, 403);
            assertThat(answer.jsonPath().getString("type")).endsWith(":no-designation");
        } finally {
            STORED.change("update designation set municipality = '9909' where document_ref = 'TEST-4'");
        }
    }

    @Test
    void nobodyIsDesignatedByAMayorWhoIsNoMoreAndTheAnswerNamesTheNewMunicipality() {
        var answer = given().auth()
                .oauth2(Tokens.user("manager"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "municipality", "9908",
                        "person", "somebody",
                        "startsOn", "2026-01-01",
                        "endsOn", "2026-12-31",
                        "documentRef", "TEST-9908"))
                .post("/v1/designations");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getString("invalidParams[0].reason")).contains("9909");
        assertThat(STORED.count("from designation where document_ref = 'TEST-9908'"))
                .isZero();
    }

    @Test
    void whatIsStillToComeChangesNothing() {
        STORED.change("insert into designation values ('%s', '9907', '%s', '2000-01-01', '2999-12-31', 'test')"
                .formatted(UUID.randomUUID(), Tokens.subject("coordinator")));

        assertThat(get("/v1/robberies?municipality=9907").jsonPath().getList("items"))
                .isEmpty();
        isProblem(aReport().with("municipality", "9907").send(), 403);
    }

    /** As it was stored before 1 January 2026. */
    private Response reportedBefore() {
        var report = aReport()
                .with("reference", reference)
                .with("municipality", "9909")
                .send();
        STORED.change("update feed_reference set municipality = '9908' where reference = '" + reference + "'");
        STORED.change("update robbery set municipality = '9908' where id = '" + robberyId(report) + "'");
        STORED.change("update aftercare_case set municipality = '9908' where id = '" + caseId(report) + "'");
        return report;
    }

    private static void settle(String municipality, int tries) {
        var playbook = get("/v1/playbooks/" + municipality);
        Map<String, Object> body = new HashMap<>(playbook.jsonPath().getMap(""));
        body.put("tries", tries);
        body.values().removeIf(value -> value == null);
        var answer = given().auth()
                .oauth2(Tokens.user(USER))
                .contentType(ContentType.JSON)
                .header("If-Match", playbook.header("ETag"))
                .body(body)
                .put("/v1/playbooks/" + municipality);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user(USER)).get(path);
    }
}
