package nl.aftercare.cases;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees what is not theirs, and every refusal leaves a line in the audit log. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AccessTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private static final Database AS_SERVICE = Database.asService("cases");

    @ParameterizedTest
    @ValueSource(strings = {"robberies", "cases"})
    void whatIsAnotherMunicipalitysIsNotFound(String resource) {
        var report = aReport().send();
        var path = "/v1/" + resource + "/" + (resource.equals("cases") ? caseId(report) : robberyId(report));

        assertThat(get("coordinator", path).statusCode()).isEqualTo(200);
        isProblem(get("coordinator-klein-buiten", path), 404);
        isProblem(get("coordinator", path + "?municipality=9902"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"robberies", "cases"})
    void aListHoldsTheOwnMunicipalityAlone(String resource) {
        aReport().send();
        aReport().with("municipality", "9902").send();

        assertThat(get("coordinator", "/v1/" + resource).jsonPath().getList("items.municipality", String.class))
                .isNotEmpty()
                .containsOnly("9901");
        assertThat(get("coordinator-klein-buiten", "/v1/" + resource)
                        .jsonPath()
                        .getList("items.municipality", String.class))
                .isNotEmpty()
                .containsOnly("9902");
    }

    @ParameterizedTest
    @CsvSource({
        "manager, /v1/cases",
        "privacy-officer, /v1/cases",
        "operator, /v1/robberies",
        "privacy-officer, /v1/robberies"
    })
    void aRoleSeesNoMoreThanItsTaskNeeds(String user, String path) {
        isProblem(get(user, path), 403);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var token = Tokens.freshClient("short-lived");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> isProblem(given().auth().oauth2(token).get("/v1/robberies"), 401));
        assertThat(STORED.count("from audit_line where action = 'GET /v1/robberies' and result = '401'"))
                .isPositive();
    }

    @Test
    void aFeedMayDeliverButNotRead() {
        isProblem(given().auth().oauth2(Tokens.client("police-feed")).get("/v1/robberies"), 403);
    }

    /** By who sent it: no token at all, of another realm, for another audience, tampered with. */
    static Stream<Arguments> tokensThatDoNotHold() {
        var valid = Tokens.user("coordinator");
        return Stream.of(
                arguments("nonsense", "nonsense"),
                arguments("of another issuer", Tokens.ofAnotherRealm()),
                arguments("for another audience", Tokens.userElsewhere("coordinator")),
                arguments("signed by nobody", valid.substring(0, valid.lastIndexOf('.') + 1) + "AAAA"),
                arguments("with other claims", valid.replaceFirst("\\.[^.]+\\.", ".e30.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatDoNotHold")
    void aTokenThatDoesNotHoldIsRefusedAndLeavesAnAuditLine(String kind, String token) {
        int before = refusals();

        isProblem(given().auth().oauth2(token).get("/v1/robberies"), 401);

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(refusals()).isEqualTo(before + 1));
    }

    @Test
    void aFloodOfUnknownCallersIsCountedAndDoesNotStopTheOthers() {
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 300; n++) {
                pool.submit(() -> answers.add(given().get("/v1/cases").statusCode()));
            }
        }

        assertThat(answers).hasSize(300).containsOnly(401);
        assertThat(get("coordinator", "/v1/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void everyRefusalLeavesAnAuditLine() {
        var unknown = "/v1/robberies/01978000-0000-7000-8000-0000000000ff";
        int before = refusals();

        given().get("/v1/cases");
        given().auth().oauth2("nonsense").get("/v1/cases");
        get("operator", "/v1/cases");
        get("coordinator", unknown);

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(refusals()).isEqualTo(before + 4));
        assertThat(STORED.column("select result || ' ' || action from audit_line where action = 'GET " + unknown + "'"))
                .contains("404 GET " + unknown);
    }

    @Test
    void readingACaseLeavesALineInBothBooksAndNamesNobody() {
        var report = aReport().send();

        get("coordinator", "/v1/cases/" + caseId(report));

        assertThat(STORED.count("from audit_line where action = 'read-case' and object = '" + caseId(report) + "'"))
                .isEqualTo(1);
        var subjects = STORED.column(
                "select data_subject_id from processing_line where name = 'read-case' order by id desc limit 1");
        assertThat(subjects).singleElement().asString().matches("[0-9a-f]{64}");
        assertThat(STORED.column("select p.trace_id || ' ' || p.span_id from processing_line p join audit_line a"
                        + " on a.trace_id = p.trace_id where a.object = '" + caseId(report)
                        + "' and p.name = 'read-case'"))
                .singleElement()
                .asString()
                .matches("(?!0+ )[0-9a-f]{32} (?!0+$)[0-9a-f]{16}");
        assertThat(STORED.count("from processing_line where data_subject_id like '%" + caseId(report) + "%'"))
                .isZero();
    }

    @Test
    void aShieldedAddressIsNotShown() {
        var address =
                Map.of("postcode", "9999XA", "houseNumber", 1, "street", "Fictieve Straat", "town", "Voorbeeldstad");
        var victim = Map.of("reference", "1", "type", "DIRECT", "address", address, "addressShielded", true);
        var report = aReport().with("victims", List.of(victim)).send();

        var shown = get("coordinator", "/v1/cases/" + caseId(report));

        assertThat(shown.asString()).contains("\"addressShielded\":true").doesNotContain("9999XA", "Fictieve Straat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"robbery", "aftercare_case", "coordinator", "idempotency_key", "audit_line", "processing_line"})
    void aQueryWithoutAMunicipalitySeesNoRow(String table) {
        aReport().send();

        assertThat(AS_SERVICE.count("from " + table)).isZero();
    }

    @Test
    void aQueryForOneMunicipalitySeesNoRowOfAnother() throws SQLException {
        aReport().send();
        aReport().with("municipality", "9902").send();

        try (var connection = AS_SERVICE.connect();
                var statement = connection.createStatement()) {
            statement.execute("set aftercare.municipalities = '9902'");
            try (var rows = statement.executeQuery("select distinct municipality from robbery")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("9902");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void aRowForAnotherMunicipalityCannotBeWritten() throws SQLException {
        try (var connection = AS_SERVICE.connect();
                var statement = connection.createStatement()) {
            statement.execute("set aftercare.municipalities = '9902'");
            assertThatThrownBy(() ->
                            statement.execute("insert into coordinator values ('9901', 'x', 'x@voorbeeld.example')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_line set result = 'ok'", "delete from audit_line", "delete from processing_line"})
    void theBooksAreAppendOnly(String statement) {
        assertThatThrownBy(() -> {
                    try (var connection = AS_SERVICE.connect();
                            var sql = connection.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static int refusals() {
        return STORED.count("from audit_line where result in ('401', '403', '404')");
    }

    private static Response get(String user, String path) {
        return given().auth().oauth2(Tokens.user(user)).get(path);
    }
}
