package nl.aftercare.cases.playbooks;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a municipality settles beforehand holds for its cases at once; without it the default holds. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PlaybookTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @AfterEach
    void settleNothing() {
        STORED.change("delete from playbook");
    }

    @Test
    void whereNothingIsSettledTheDefaultIsShown() {
        var playbook = get("coordinator").jsonPath();

        assertThat(playbook.getInt("tries")).isEqualTo(3);
        assertThat(playbook.getString("mayorVisits")).isEqualTo("AFTER_SERIOUS_ROBBERY");
        assertThat(playbook.getInt("workingDays.ASK_POLICE")).isEqualTo(1);
        assertThat(playbook.getInt("retentionMonths.COMPLETED")).isEqualTo(12);
    }

    @Test
    void whatIsSettledChangesTheClocksOfOpenCasesAtOnce() {
        var aftercare = ACase.reported();
        assertThat(due(aftercare)).isNotNull();
        var before = due(aftercare);

        set(Map.of("workingDays", Map.of("DECIDE", 20)));

        assertThat(due(aftercare)).isGreaterThan(before);
    }

    @Test
    void theCriteriaSuggestWithTheReasonAndAPersonDecides() {
        set(Map.of("criteria", List.of(Map.of("kind", "COMMERCIAL", "severity", "STANDARD", "visit", false))));
        var aftercare = ACase.reported();

        var suggestion = aftercare.get("/track").jsonPath();

        assertThat(suggestion.getString("suggestion.result")).isEqualTo("GRANTED_WITHOUT_VISIT");
        assertThat(suggestion.getString("suggestion.reason")).isEqualTo("CRITERION");
        assertThat(suggestion.getString("suggestion.explanation"))
                .contains("bij een bedrijfsoverval, bij een minder ernstige overval", "geen bezoek");
        assertThat(aftercare.granted().get("/track").jsonPath().getString("decision"))
                .isEqualTo("GRANTED_WITH_VISIT");
    }

    @Test
    void aVictimCountsAsUnreachableAfterAsManyTriesAsWereSettled() {
        set(Map.of("tries", 1));
        var aftercare = ACase.reported().granted();

        var answer = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", aftercare.version())
                .body(Map.of("answer", "NO_ANSWER", "uncheckedBecause", "Slachtofferhulp is gesloten."))
                .post("/v1/cases/" + aftercare.id() + "/track/answers");

        assertThat(answer.jsonPath().getString("state")).isEqualTo("UNREACHABLE");
    }

    @Test
    void theMayorsStyleAndTheDaysOfRestAreInTheAdvice() {
        set(Map.of("mayorVisits", "EVERYBODY", "daysOfRest", 10));

        var visit = ACase.reported().get("/visit").jsonPath();

        assertThat(visit.getString("suggestedVisitor")).isEqualTo("MAYOR");
        assertThat(visit.getString("notBefore")).isEqualTo("2026-03-12");
    }

    @Test
    void aNewCaseGoesToTheOwnerThatWasSettled() {
        set(Map.of("defaultOwner", "first-on-duty"));

        var aftercare = ACase.reported();

        assertThat(aftercare.get("/owner").jsonPath().getString("person")).isEqualTo("first-on-duty");
    }

    @Test
    void twoManagersDoNotOverwriteEachOther() {
        var seen = get("manager").header("ETag");
        assertThat(set(Map.of("tries", 4)).statusCode()).isEqualTo(200);

        isProblem(put(playbook(Map.of("tries", 5)), seen, "manager", "9901"), 412);
        assertThat(get("manager").jsonPath().getInt("tries")).isEqualTo(4);
    }

    @Test
    void onlyTheManagerOfTheMunicipalitySettles() {
        isProblem(put(playbook(Map.of()), "\"0\"", "coordinator", "9901"), 403);
        isProblem(put(playbook(Map.of()), "\"0\"", "manager-klein-buiten", "9901"), 403);
        isProblem(put(playbook(Map.of()), null, "manager", "9901"), 428);
    }

    @ParameterizedTest
    @CsvSource({
        "tries, 0",
        "tries, 11",
        "daysOfRest, -1",
        "daysOfRest, x",
        "mayorVisits, SOMETIMES",
        "reportHoursLate, 0",
        "designationWarningDays, 400",
        "defaultOwner, two words",
        "workingDays, 3",
        "retentionMonths, none",
        "extra, 1"
    })
    void aBadFieldIsNamed(String field, String value) {
        var answer = set(Map.of(field, value.matches("-?\\d+") ? Integer.valueOf(value) : value));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var answer = set(Map.of(
                "tries",
                0,
                "workingDays",
                Map.of("DECIDE", -1),
                "criteria",
                List.of(Map.of("kind", "STREET"), Map.of("visit", true))));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .hasSize(4)
                .contains("tries", "criteria[0].visit", "criteria[0].kind");
    }

    private static String due(ACase aftercare) {
        return STORED.column("select due_on::text from aftercare_case where id = '" + aftercare.id() + "'")
                .getFirst();
    }

    private static Response set(Map<String, ?> settled) {
        return put(playbook(settled), get("manager").header("ETag"), "manager", "9901");
    }

    private static Map<String, Object> playbook(Map<String, ?> settled) {
        var playbook = new HashMap<String, Object>(Map.of(
                "workingDays",
                Map.of(),
                "tries",
                3,
                "daysOfRest",
                2,
                "mayorVisits",
                "AFTER_SERIOUS_ROBBERY",
                "criteria",
                List.of(),
                "reportHoursLate",
                24,
                "designationWarningDays",
                30,
                "retentionMonths",
                Map.of()));
        playbook.putAll(settled);
        return playbook;
    }

    private static Response put(Map<String, ?> playbook, String version, String user, String municipality) {
        var request = given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(playbook);
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.put("/v1/playbooks/" + municipality);
    }

    private static Response get(String user) {
        return given().auth().oauth2(Tokens.user(user)).get("/v1/playbooks/9901");
    }
}
