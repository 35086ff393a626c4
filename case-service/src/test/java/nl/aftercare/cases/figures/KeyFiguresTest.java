package nl.aftercare.cases.figures;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of the aftercare, per municipality and period. Each test has a week of its own in the past. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KeyFiguresTest {

    @Test
    void aRobberyCountsWithItsReportItsMeetingAndItsCases() {
        var week = "from=2019-01-07&until=2019-01-13";
        var first = robbed("2019-01-07T12:00:00Z")
                .granted()
                .willing()
                .visited()
                .evaluated()
                .closed();
        var second = robbed("2019-01-13T12:00:00Z");
        arranged(first, true);
        arranged(second, false);

        await().atMost(Topic.PATIENCE).untilAsserted(() -> {
            assertThat(figures(week).getInt("figures[0].meetingsArranged")).isEqualTo(2);
            assertThat(figures(week).getInt("figures[0].adequateAttention")).isEqualTo(1);
        });
        var figures = figures(week);
        assertThat(figures.getList("figures.municipality")).containsExactly("9901");
        assertThat(figures.getInt("figures[0].robberies")).isEqualTo(2);
        assertThat(figures.getInt("figures[0].lateReports")).isEqualTo(2);
        assertThat(figures.getInt("figures[0].meetingsArrangedInTime")).isEqualTo(1);
        assertThat(figures.getInt("figures[0].cases")).isEqualTo(2);
        assertThat(figures.getInt("figures[0].openCases")).isEqualTo(1);
        assertThat(figures.getInt("figures[0].completedCases")).isEqualTo(1);
        assertThat(figures.getInt("figures[0].evaluatedCases")).isEqualTo(1);
        assertThat(figures.getInt("figures[0].feelingSafe")).isZero();
        assertThat(figures.getDouble("figures[0].medianDaysToFirstContact")).isGreaterThan(365);
        assertThat(figures.getDouble("figures[0].medianReportDelayHours")).isGreaterThan(1000);
    }

    @Test
    void whatHappenedOutsideThePeriodDoesNotCount() {
        robbed("2018-03-05T12:00:00Z");

        assertThat(figures("from=2018-03-05&until=2018-03-05").getList("figures"))
                .hasSize(1);
        assertThat(figures("from=2018-03-06&until=2018-03-06").getList("figures"))
                .isEmpty();
        // half past midnight in Amsterdam
        robbed("2018-03-07T23:30:00Z");
        assertThat(figures("from=2018-03-08&until=2018-03-08").getList("figures"))
                .hasSize(1);
    }

    @Test
    void anAddressThatWasRobbedBeforeIsARepeatVictim() {
        var address =
                Map.of("postcode", "9999XA", "houseNumber", 77, "street", "Fictieve Straat", "town", "Voorbeeldstad");
        var victims = List.of(Map.of("reference", "1", "type", "DIRECT", "address", address));
        ACase.reported(Map.of("occurredAt", "2017-01-02T12:00:00Z", "victims", victims));
        ACase.reported(Map.of("occurredAt", "2017-01-03T12:00:00Z", "victims", victims));

        assertThat(figures("from=2017-01-02&until=2017-01-03").getInt("figures[0].repeatVictims"))
                .isEqualTo(1);
    }

    @Test
    void theTableHasAHeaderAndALineAndRunsNothingInASpreadsheet() {
        var aftercare = robbed("2016-05-02T12:00:00Z").granted().willing().visited();
        var evaluation = new HashMap<>(ACase.evaluation());
        evaluation.put("lesson", "=HYPERLINK(\"http://voorbeeld.example\")");
        assertThat(aftercare.put("/evaluation", evaluation).statusCode()).isEqualTo(200);

        var figures = table("key-figures/table");
        var lessons = table("lessons/table");

        assertThat(figures.contentType()).startsWith("text/csv");
        assertThat(figures.asString().lines()).hasSize(2).first().asString().startsWith("municipality,robberies,");
        assertThat(lessons.asString()).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
    }

    @Test
    void figuresNameNobodyAndAreOfTheOwnMunicipalityAlone() {
        robbed("2015-05-04T12:00:00Z");

        var elsewhere = given().auth()
                .oauth2(Tokens.user("manager-klein-buiten"))
                .get("/v1/key-figures?from=2015-05-04&until=2015-05-04");

        assertThat(elsewhere.jsonPath().getList("figures")).isEmpty();
        isProblem(given().auth().oauth2(Tokens.user("operator")).get("/v1/key-figures"), 403);
        assertThat(given().auth()
                        .oauth2(Tokens.user("privacy-officer"))
                        .get("/v1/key-figures")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"from=gisteren, from", "until=2026-13-01, until", "from=2026-02-02&until=2026-02-01, until"})
    void aBadPeriodIsNamed(String period, String parameter) {
        var answer = get("key-figures?" + period);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly(parameter);
    }

    private static ACase robbed(String occurredAt) {
        return ACase.reported(Map.of("occurredAt", occurredAt, "policeObjection", "NO"));
    }

    private static void arranged(ACase aftercare, boolean inTime) {
        Event.of("neighbourhood", "meeting-arranged")
                .with("robberyId", UUID.fromString(aftercare.robbery()))
                .with("withinWindow", inTime)
                .send();
    }

    private static JsonPath figures(String period) {
        return get("key-figures?" + period).jsonPath();
    }

    private static Response table(String path) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .accept("text/csv")
                .get("/v1/" + path + "?from=2016-05-02&until=2016-05-02");
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/" + path);
    }
}
