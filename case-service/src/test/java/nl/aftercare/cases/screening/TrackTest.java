package nl.aftercare.cases.screening;

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
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the report to a victim who wants a visit, through the gates of domain.md 1.4. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TrackTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private String reference;
    private String robbery;
    private String aftercare;

    @BeforeEach
    void aCaseOfItsOwn() {
        reference = "TRACK-" + UUID.randomUUID();
        var report = aReport()
                .with("reference", reference)
                .with("kind", "RESIDENTIAL")
                .send();
        robbery = robberyId(report);
        aftercare = caseId(report);
    }

    @Test
    void aNewCaseIsScreenedAndSaysWhatToDoFirst() {
        var track = track();

        assertThat(track.jsonPath().getString("state")).isEqualTo("SCREENING");
        assertThat(track.jsonPath().getString("explanation"))
                .contains("Vraag eerst aan de politie", "Neem nog geen contact op");
    }

    @Test
    void g1NothingIsDecidedBeforeThePoliceWereAsked() {
        refused(decide("GRANTED_WITH_VISIT"), "police-not-asked");
        assertThat(track().jsonPath().getString("state")).isEqualTo("SCREENING");
    }

    @Test
    void g1AgainstAnObjectionAftercareCanOnlyBeWithheldAndNoReasonIsKept() {
        police("policeObjection", "YES");

        refused(decide("GRANTED_WITH_VISIT"), "police-object");
        refused(decide("GRANTED_WITHOUT_VISIT"), "police-object");
        assertThat(decide("WITHHELD").jsonPath().getString("state")).isEqualTo("WITHHELD");
        isProblem(put("decision", Map.of("result", "WITHHELD", "reason", "hennep"), etag()), 400);
    }

    @Test
    void g1TheVictimIsNotAskedBeforeADecision() {
        police("policeObjection", "NO");

        refused(answer("WILLING"), "not-decided");
    }

    @Test
    void g2TheVictimIsNotAskedBeforeItWasCheckedWhetherThereWasContact() {
        granted();

        refused(answer("WILLING"), "contact-not-checked");
        contactChecked("UNKNOWN");
        assertThat(answer("WILLING").jsonPath().getString("state")).isEqualTo("ACTIVE");
    }

    @Test
    void g2MayBePassedOverWithAReason() {
        granted();

        var answer = post(
                Map.of("answer", "WILLING", "uncheckedBecause", "Slachtofferhulp is vandaag niet bereikbaar."), etag());

        assertThat(answer.jsonPath().getString("state")).isEqualTo("ACTIVE");
        assertThat(STORED.column("select unchecked_because from aftercare_case where id = '" + aftercare + "'"))
                .containsExactly("Slachtofferhulp is vandaag niet bereikbaar.");
    }

    @Test
    void whatTheCoordinatorDecidesAndTheVictimWantsIsToldAsPromised() {
        granted();
        contactChecked("YES");
        answer("WILLING");

        var told = new Topic("aftercare.cases.v1").await(5, UUID.fromString(robbery));

        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .extracting(message -> Topic.header(message, "ce_type").replaceFirst(".*cases\\.", ""))
                .containsExactly(
                        "robbery-reported.v1",
                        "robbery-changed.v1",
                        "aftercare-decided.v1",
                        "victim-contacted.v1",
                        "visit-willingness-recorded.v1");
    }

    @ParameterizedTest
    @CsvSource({"DECLINED, LIMITED_TO_FIRST_LINE", "NO_ANSWER, ASKING_WILLINGNESS", "WILLING, ACTIVE"})
    void whatTheVictimSaysDecides(String said, String state) {
        granted();
        contactChecked("NO");

        assertThat(answer(said).jsonPath().getString("state")).isEqualTo(state);
    }

    @Test
    void afterThreeTriesInVainAVictimIsUnreachableAndMayStillComeBack() {
        granted();
        contactChecked("NO");
        answer("NO_ANSWER");
        answer("NO_ANSWER");

        assertThat(answer("NO_ANSWER").jsonPath().getString("state")).isEqualTo("UNREACHABLE");
        assertThat(answer("WILLING").jsonPath().getString("state")).isEqualTo("ACTIVE");
    }

    @Test
    void aVictimWithdrawsInOneStepWhateverChangedMeanwhile() {
        granted();
        contactChecked("NO");
        answer("WILLING");

        var withdrawn = put("withdrawal", Map.of(), null);

        assertThat(withdrawn.jsonPath().getString("state")).isEqualTo("LIMITED_TO_FIRST_LINE");
        assertThat(withdrawn.jsonPath().getString("limit")).isEqualTo("WITHDRAWN_BY_VICTIM");
        assertThat(put("withdrawal", Map.of(), null).asString()).isEqualTo(withdrawn.asString());
    }

    @Test
    void whatIsNoRobberyAfterAllGoesNoFurther() {
        granted();
        police("robbery", "NO");

        assertThat(track().jsonPath().getString("state")).isEqualTo("CANCELLED");
        refused(answer("WILLING"), "not-a-robbery");
        police("robbery", "YES", "2026-03-04T12:00:00Z");
        assertThat(track().jsonPath().getString("state")).isEqualTo("ASKING_WILLINGNESS");
    }

    @Test
    void anObjectionAfterTheDecisionStopsTheContact() {
        granted();
        contactChecked("NO");
        police("policeObjection", "YES", "2026-03-04T12:00:00Z");

        refused(answer("WILLING"), "police-object");
        assertThat(track().jsonPath().getString("explanation")).contains("Neem geen contact op");
    }

    @Test
    void aDecisionIsMadeOnceByANamedPerson() {
        granted();

        assertThat(track().jsonPath().getString("decidedBy")).matches("[0-9a-f-]{36}");
        assertThat(decide("GRANTED_WITH_VISIT").statusCode()).isEqualTo(200);
        refused(decide("WITHHELD"), "already-decided");
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        police("policeObjection", "NO");
        var seen = etag();
        isProblem(put("decision", Map.of("result", "WITHHELD"), null), 428);
        contactChecked("NO");

        isProblem(put("decision", Map.of("result", "WITHHELD"), seen), 412);
        assertThat(put("decision", Map.of("result", "WITHHELD"), etag()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"decision, result, MAYBE", "decision, result, ''", "answers, answer, PERHAPS"})
    void aBadFieldIsNamedTogetherWithABadVersion(String what, String field, String value) {
        var body = Map.of(field, value);

        var answer = what.equals("answers") ? post(body, "7") : put(what, body, "7");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly("If-Match", field);
    }

    @Test
    void aCaseOfAnotherMunicipalityIsNotFound() {
        var token = Tokens.user("coordinator-klein-buiten");

        isProblem(given().auth().oauth2(token).get(path("")), 404);
        isProblem(
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(Map.of())
                        .put(path("/withdrawal")),
                404);
    }

    private void granted() {
        police("policeObjection", "NO");
        assertThat(decide("GRANTED_WITH_VISIT").jsonPath().getString("state")).isEqualTo("ASKING_WILLINGNESS");
    }

    private void police(String field, String value) {
        police(field, value, "2026-03-03T12:00:00Z");
    }

    private void police(String field, String value, String statedAt) {
        assertThat(anUpdate(reference)
                        .with(field, value)
                        .with("statedAt", statedAt)
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    private void contactChecked(String contacted) {
        var contact =
                Map.of("municipality", "9901", "caseId", aftercare, "party", "VICTIM_SUPPORT", "contacted", contacted);
        var answer = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(contact)
                .post("/v1/victim-contacts");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private Response track() {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path(""));
    }

    private String etag() {
        return track().header("ETag");
    }

    private Response decide(String result) {
        return put("decision", Map.of("result", result), etag());
    }

    private Response answer(String said) {
        return post(Map.of("answer", said), etag());
    }

    private Response post(Map<String, String> body, String etag) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .headers(etag == null ? Map.of() : Map.of("If-Match", etag))
                .body(body)
                .post(path("/answers"));
    }

    private Response put(String what, Map<String, String> body, String etag) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .headers(etag == null ? Map.of() : Map.of("If-Match", etag))
                .body(body)
                .put(path("/" + what));
    }

    private String path(String what) {
        return "/v1/cases/" + aftercare + "/track" + what;
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
