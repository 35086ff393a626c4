package nl.aftercare.cases.designations;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gate G4: police data is for whom the mayor designated, on the days of the designation, and for nobody else. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DesignationTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private final LocalDate today = LocalDate.now(DutchTime.ZONE);
    private static final String NEW = "coordinator-new";
    private final String person = Tokens.subject(NEW);
    private String aftercare;

    @BeforeEach
    void aCase() {
        aftercare = caseId(aReport().send());
    }

    @AfterEach
    void nobodyNew() {
        STORED.change("delete from designation where person = '" + person + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/robberies", "/v1/cases", "/v1/intake-messages"})
    void whoIsNotDesignatedSeesNoListOfPoliceData(String path) {
        isProblem(get(path), 403);
    }

    @ParameterizedTest
    @CsvSource({"0, loopt bijna af", "29, loopt bijna af", "30,", "-1, is afgelopen"})
    void aDesignationWarnsBeforeItEnds(int days, String warning) {
        STORED.change("insert into designation values ('%s', '9901', '%s', '2000-01-01', '%s', 'test')"
                .formatted(UUID.randomUUID(), person, today.plusDays(days)));

        var own = given().auth()
                .oauth2(Tokens.user(NEW))
                .get("/v1/designations/own")
                .jsonPath();

        assertThat(own.getList("items")).hasSize(1);
        if (warning == null) {
            assertThat(own.getString("items[0].warning")).isNull();
        } else {
            assertThat(own.getString("items[0].warning")).contains(warning);
        }
    }

    @Test
    void whoIsNotDesignatedSeesNoCaseAndChangesNone() {
        isProblem(get("/v1/cases/" + aftercare), 403);
        isProblem(get("/v1/cases/" + aftercare + "/track"), 403);
        var withdrawal = given().auth()
                .oauth2(Tokens.user(NEW))
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("/v1/cases/" + aftercare + "/track/withdrawal");
        isProblem(withdrawal, 403);
        assertThat(withdrawal.jsonPath().getString("type")).endsWith(":no-designation");
        assertThat(withdrawal.jsonPath().getString("detail")).contains("burgemeester");
    }

    @ParameterizedTest
    @CsvSource({
        "-10, -1, 403", // expired yesterday: access is gone, the case stays
        "-10, 0, 200", // the last day counts
        "0, 10, 200", // the first day counts
        "1, 10, 403" // not yet
    })
    void aDesignationCountsFromItsFirstDayToItsLast(int start, int end, int status) {
        designate("manager", "9901", today.plusDays(start), today.plusDays(end));

        assertThat(get("/v1/cases/" + aftercare).statusCode()).isEqualTo(status);
    }

    @Test
    void aDesignationThatIsEndedClosesAccessAfterThatDay() {
        var id = designate("manager", "9901", today.minusDays(5), today.plusDays(5))
                .jsonPath()
                .getString("id");
        assertThat(get("/v1/cases/" + aftercare).statusCode()).isEqualTo(200);

        end("manager", id, today.minusDays(1));

        isProblem(get("/v1/cases/" + aftercare), 403);
        end("manager", id, today.plusDays(5));
        isProblem(get("/v1/cases/" + aftercare), 403);
    }

    @Test
    void theMayorOfAnotherMunicipalityDesignatesNobodyHere() {
        isProblem(designate("manager-klein-buiten", "9901", today, today), 403);
        designate("manager-klein-buiten", "9902", today, today);

        isProblem(get("/v1/cases/" + aftercare), 403);
    }

    @Test
    void aCoordinatorDesignatesNobody() {
        isProblem(designate("coordinator", "9901", today, today), 403);
    }

    @Test
    void aRefusalLeavesAnAuditLine() {
        get("/v1/cases/" + aftercare);

        assertThat(STORED.count("from audit_line where result = '403' and action = 'GET /v1/cases/" + aftercare + "'"))
                .isEqualTo(1);
    }

    @Test
    void addingAndEndingLeaveAuditLines() {
        var id = designate("manager", "9901", today, today.plusDays(1))
                .jsonPath()
                .getString("id");
        end("manager", id, today);

        assertThat(STORED.column("select action from audit_line where object = '" + id + "' order by id"))
                .containsExactly("add-designation", "end-designation");
    }

    @ParameterizedTest
    @CsvSource({
        "municipality, 1",
        "person, ''",
        "startsOn, gisteren",
        "endsOn, 2026-02-30",
        "endsOn, 2020-01-01",
        "documentRef, ''",
        "reason, x"
    })
    void aBadFieldIsNamedAndNothingIsStored(String field, String value) {
        var body = body("9901", today, today);
        body.put(field, value);

        var answer = post("manager", body);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
        assertThat(STORED.count("from designation where person = '" + person + "'"))
                .isZero();
    }

    private Response get(String path) {
        return given().auth().oauth2(Tokens.user(NEW)).get(path);
    }

    private Response designate(String by, String municipality, LocalDate startsOn, LocalDate endsOn) {
        return post(by, body(municipality, startsOn, endsOn));
    }

    private Map<String, String> body(String municipality, LocalDate startsOn, LocalDate endsOn) {
        return new HashMap<>(Map.of(
                "municipality",
                municipality,
                "person",
                person,
                "startsOn",
                startsOn.toString(),
                "endsOn",
                endsOn.toString(),
                "documentRef",
                "TEST-2026-1"));
    }

    private static Response post(String by, Map<String, String> body) {
        return given().auth()
                .oauth2(Tokens.user(by))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/designations");
    }

    private static void end(String by, String id, LocalDate endsOn) {
        var answer = given().auth()
                .oauth2(Tokens.user(by))
                .contentType(ContentType.JSON)
                .body(Map.of("endsOn", endsOn.toString()))
                .put("/v1/designations/" + id + "/end");
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
