package nl.aftercare.cases.intake;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.cases.Reports.victim;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.aftercare.cases.Reports;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the police tell after the report, or before it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RobberyUpdateTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private String reference;

    @BeforeEach
    void aRobberyOfItsOwn() {
        reference = "UPDATE-" + UUID.randomUUID();
    }

    @Test
    void anUpdateChangesWhatIsKnownAndKeepsTheCases() {
        var report = report().send();

        var answer = anUpdate(reference)
                .with("kind", "RESIDENTIAL")
                .with("solved", "YES")
                .with("hearingOn", "2026-09-14")
                .with("policeClearance", "YES")
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(caseId(answer)).isEqualTo(caseId(report));
        var robbery = read(robberyId(report));
        assertThat(robbery.jsonPath().getString("kind")).isEqualTo("RESIDENTIAL");
        assertThat(robbery.jsonPath().getString("circumstances.solved")).isEqualTo("YES");
        assertThat(robbery.jsonPath().getString("hearingOn")).isEqualTo("2026-09-14");
        assertThat(robbery.jsonPath().getString("policeClearance")).isEqualTo("YES");
    }

    @Test
    void aChangeIsToldAfterTheReportAsPromised() {
        var robbery = robberyId(report().send());
        anUpdate(reference).with("solved", "YES").send();

        var told = new Topic("aftercare.cases.v1").await(2, UUID.fromString(robbery));

        assertThat(Topic.header(told.get(1), "ce_type")).isEqualTo("nl.aftercare.cases.robbery-changed.v1");
        told.forEach(new WireContract("case-service")::check);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndIsToldOnce() throws IOException {
        var robbery = robberyId(report().send());
        var update = anUpdate(reference).with("victims", List.of(victim("2")));

        var first = update.send("repeat-" + reference);
        var again = update.send("repeat-" + reference);
        update.send();
        anUpdate(reference)
                .with("statedAt", "2026-03-04T12:00:00Z")
                .with("solved", "YES")
                .send();

        assertThat(again.asString()).isEqualTo(first.asString());
        var told = new Topic("aftercare.cases.v1").await(3, UUID.fromString(robbery));
        assertThat(new ObjectMapper()
                        .readTree(told.get(2).value())
                        .get("revision")
                        .asInt())
                .isEqualTo(3);
        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robbery + "'"))
                .isEqualTo(2);
    }

    @Test
    void aVictimWhoIsStatedAgainIsReplacedByTheLatestStatement() {
        var report = report().send();
        var late = Map.of("reference", "1", "type", "EMPLOYEE", "name", "Laatste Voorbeeld");
        var early = Map.of("reference", "1", "type", "BYSTANDER", "name", "Eerdere Voorbeeld");

        anUpdate(reference).with("victims", List.of(late)).send();
        anUpdate(reference)
                .with("statedAt", "2026-03-03T11:00:00Z")
                .with("victims", List.of(early))
                .send();

        assertThat(STORED.column("select victim_name from aftercare_case where id = '" + caseId(report) + "'"))
                .containsExactly("Laatste Voorbeeld");
    }

    @Test
    void aShieldedHomeStaysShieldedUntilSomebodySaysOtherwise() {
        var shielded = Map.of("reference", "1", "type", "DIRECT", "addressShielded", true);
        var report = report().with("victims", List.of(shielded)).send();

        anUpdate(reference).with("victims", List.of(victim("1"))).send();
        assertThat(isShielded(report)).isEqualTo("t");

        var open = Map.of("reference", "1", "type", "DIRECT", "addressShielded", false);
        anUpdate(reference)
                .with("statedAt", "2026-03-04T12:00:00Z")
                .with("victims", List.of(open))
                .send();
        assertThat(isShielded(report)).isEqualTo("f");
    }

    @Test
    void anotherFeedsNameForAVictimIsAnotherVictim() {
        var report = aReport().send();
        var lost = anUpdate(reference).with("victims", List.of(victim("1"))).send();

        attach(messageId(lost), robberyId(report));

        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robberyId(report) + "'"))
                .isEqualTo(2);
    }

    @Test
    void whoIsNotDesignatedTellsNothingOfARobbery() {
        report().send();
        var update = Map.of(
                "reference",
                reference,
                "municipality",
                "9901",
                "statedAt",
                "2026-03-03T12:00:00Z",
                "policeObjection",
                "NO");

        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-new"))
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(update)
                        .post("/v1/robbery-updates"),
                403);
    }

    @Test
    void anUpdateBeforeItsReportWaitsAndHoldsOverIt() {
        var early = anUpdate(reference)
                .with("solved", "YES")
                .with("victims", List.of(victim("2")))
                .send();
        assertThat(early.statusCode()).isEqualTo(202);
        assertThat(early.jsonPath().getString("robberyId")).isNull();

        var report = report().with("solved", "NO").send();

        assertThat(report.statusCode()).isEqualTo(201);
        assertThat(read(robberyId(report)).jsonPath().getString("circumstances.solved"))
                .isEqualTo("YES");
        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robberyId(report) + "'"))
                .isEqualTo(2);
        assertThat(message(early).getString("state")).isEqualTo("ATTACHED");
        assertThat(STORED.column("select body from intake_message where id = '" + messageId(early) + "'"))
                .containsOnlyNulls();
    }

    @Test
    void aReportAndAnUpdateAtTheSameMomentBothCount() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                reference = "RACE-" + UUID.randomUUID();
                var both = new ArrayList<Callable<Response>>(List.of(
                        () -> report().send(),
                        () -> anUpdate(reference).with("solved", "YES").send()));
                var answers = pool.invokeAll(both);
                var report = answers.getFirst().get();

                assertThat(report.statusCode()).isEqualTo(201);
                assertThat(answers.getLast().get().statusCode()).isBetween(200, 202);
                assertThat(read(robberyId(report)).jsonPath().getString("circumstances.solved"))
                        .isEqualTo("YES");
            }
        }
    }

    @Test
    void aCoordinatorAttachesAMessageAndWhatFollowsGoesAlong() {
        var robbery = robberyId(aReport().send());
        var lost = anUpdate(reference).with("solved", "YES").send();

        var attached = attach(messageId(lost), robbery);
        var next = anUpdate(reference)
                .with("statedAt", "2026-03-04T12:00:00Z")
                .with("hearingOn", "2026-09-14")
                .send();

        assertThat(attached.jsonPath().getString("state")).isEqualTo("ATTACHED");
        assertThat(robberyId(next)).isEqualTo(robbery);
        assertThat(read(robbery).jsonPath().getString("circumstances.solved")).isEqualTo("YES");
        assertThat(read(robbery).jsonPath().getString("hearingOn")).isEqualTo("2026-09-14");
        assertThat(attach(messageId(lost), robbery).statusCode()).isEqualTo(200);
        isProblem(attach(messageId(lost), robberyId(aReport().send())), 409);
        isProblem(reject(messageId(lost), "toch niet"), 409);
    }

    @Test
    void aReportUnderAnAttachedReferenceIsAboutTheSameRobbery() {
        var robbery = robberyId(aReport().send());
        attach(messageId(anUpdate(reference).with("solved", "YES").send()), robbery);

        var report = report().with("victims", List.of(victim("9"))).send();

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(robberyId(report)).isEqualTo(robbery);
        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robbery + "'"))
                .isEqualTo(2);
    }

    @Test
    void aRejectedMessageKeepsItsReasonAndNothingElse() {
        var lost = anUpdate(reference).with("victims", List.of(victim("1"))).send();

        var rejected = reject(messageId(lost), "Dit ging over een andere gemeente.");

        assertThat(rejected.jsonPath().getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.jsonPath().getString("reason")).isEqualTo("Dit ging over een andere gemeente.");
        assertThat(rejected.jsonPath().getList("victims")).isEmpty();
        assertThat(STORED.column("select body from intake_message where id = '" + messageId(lost) + "'"))
                .containsOnlyNulls();
        isProblem(attach(messageId(lost), robberyId(aReport().send())), 409);
    }

    @Test
    void anotherMunicipalityCannotAttachOrSeeAMessage() {
        var lost = anUpdate(reference).with("solved", "YES").send();
        var elsewhere = robberyId(aReport().with("municipality", "9902").send());

        isProblem(attach(messageId(lost), elsewhere), 400);
        var token = Tokens.user("coordinator-klein-buiten");
        isProblem(put(token, messageId(lost), "attachment", Map.of("robberyId", elsewhere)), 404);
        assertThat(given().auth()
                        .oauth2(token)
                        .get("/v1/intake-messages")
                        .jsonPath()
                        .getList("items.id", String.class))
                .doesNotContain(messageId(lost));
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("reference", ""),
                Arguments.of("municipality", "1"),
                Arguments.of("statedAt", "gisteren"),
                Arguments.of("statedAt", "2199-01-01T00:00:00Z"),
                Arguments.of("robbery", "MAYBE"),
                Arguments.of("kind", "STREET"),
                Arguments.of("occurredAt", "2026-03-03T12:00:00.000001Z"),
                Arguments.of("firearm", 1),
                Arguments.of("wounded", "x"),
                Arguments.of("dead", true),
                Arguments.of("suspectKnown", "Jan"),
                Arguments.of("solved", "soon"),
                Arguments.of("unrest", "MUCH"),
                Arguments.of("surroundingsTenure", "HUUR"),
                Arguments.of("safeBusinessArea", "KVO"),
                Arguments.of("policeClearance", "OK"),
                Arguments.of("policeObjection", "omdat"),
                Arguments.of("hearingOn", "2026-02-30"),
                Arguments.of("victims", List.of(Map.of("type", "DIRECT"))),
                Arguments.of("objectionReason", "never"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsNamedAndNothingIsKept(String field, Object value) {
        var answer = anUpdate(reference).with(field, value).send();

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .anyMatch(name -> name.startsWith(field));
        assertThat(STORED.count("from feed_reference where reference = '" + reference + "'"))
                .isZero();
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        var answer = anUpdate(reference)
                .with("statedAt", null)
                .with("kind", "STREET")
                .send("short");

        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactlyInAnyOrder("statedAt", "kind", "Idempotency-Key");
    }

    private Reports report() {
        return aReport().with("reference", reference);
    }

    private static Response read(String robberyId) {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/robberies/" + robberyId);
    }

    private static String isShielded(Response report) {
        return STORED.column("select address_shielded from aftercare_case where id = '" + caseId(report) + "'")
                .getFirst();
    }

    private static String messageId(Response waiting) {
        return waiting.jsonPath().getString("intakeMessageId");
    }

    private static JsonPath message(Response waiting) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/intake-messages?pageSize=200")
                .jsonPath()
                .setRootPath("items.find { it.id == '" + messageId(waiting) + "' }");
    }

    private static Response attach(String id, String robberyId) {
        return put(Tokens.user("coordinator"), id, "attachment", Map.of("robberyId", robberyId));
    }

    private static Response reject(String id, String reason) {
        return put(Tokens.user("coordinator"), id, "rejection", Map.of("reason", reason));
    }

    private static Response put(String token, String id, String what, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/intake-messages/" + id + "/" + what);
    }
}
