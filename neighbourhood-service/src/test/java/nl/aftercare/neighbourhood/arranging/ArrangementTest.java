package nl.aftercare.neighbourhood.arranging;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ArrangementTest {
    private static final Database STORED = Database.asSuperuser("neighbourhood");
    private static final Topic TOLD = new Topic("aftercare.neighbourhood.v1");
    private UUID robberyId;
    private String plan;
    private String partnerId;

    @BeforeEach
    void aPlanAndAPartner() {
        robberyId = UUID.randomUUID();
        plan = openedPlan(robberyId, "9901");
        partnerId = addPartner("HOUSING_CORPORATION").jsonPath().getString("id");
    }

    @Test
    void aReportedRobberyOpensAPlanWithPartnersWindowAndReason() {
        var shown = read().jsonPath();

        assertThat(shown.getList("partnerKinds"))
                .containsExactly("HOUSING_CORPORATION", "OWNERS_ASSOCIATION", "POLICE");
        assertThat(shown.getString("targetOn")).isEqualTo("2026-03-16");
        assertThat(shown.getString("limitOn")).isEqualTo("2026-03-23");
        assertThat(shown.getString("reason")).contains("16 maart 2026", "23 maart 2026", "woningcorporatie", "onrust");
        assertThat(shown.getString("arrangement")).isNull();
    }

    @Test
    void whatWasAgreedIsKeptAndToldAsPromised() {
        var answer = arrange(arrangement(), etag());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read().jsonPath().getBoolean("arrangement.withinWindow")).isTrue();
        var told = TOLD.await(3, robberyId);
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(Topic.header(told.get(2), "ce_type")).endsWith("meeting-invited.v1");
        assertThat(Topic.header(told.get(1), "ce_type")).endsWith("meeting-arranged.v1");
    }

    @Test
    void whatIsKnownLaterOfTheRobberyChangesThePlanAndNotWhatWasAgreed() {
        arrange(arrangement(), etag());

        Event.of("cases", "robbery-changed")
                .with("robberyId", robberyId)
                .with("occurredOn", "2026-03-01")
                .with("surroundingsTenure", "RENTED")
                .send();

        await().atMost(Topic.PATIENCE)
                .untilAsserted(
                        () -> assertThat(read().jsonPath().getString("limitOn")).isEqualTo("2026-03-22"));
        assertThat(read().jsonPath().getList("partnerKinds")).containsExactly("HOUSING_CORPORATION", "POLICE");
        assertThat(read().jsonPath().getString("arrangement.partnerId")).isEqualTo(partnerId);
    }

    @Test
    void aRepeatWithFinerTimeThanIsStoredIsStillARepeat() {
        var fine = arrangement();
        fine.put("startsAt", "2026-03-26T20:00:00.123456789+01:00");
        var seen = etag();
        arrange(fine, seen);

        assertThat(arrange(fine, seen).statusCode()).isEqualTo(200);
    }

    @Test
    void anArrangementAfterTheLimitIsKeptAsTooLate() {
        var late = arrangement();
        late.put("agreedOn", "2026-03-24");

        arrange(late, etag());

        assertThat(read().jsonPath().getBoolean("arrangement.withinWindow")).isFalse();
    }

    @Test
    void whatFallsAwayIsToldAndHasToBeAgreedAgain() {
        arrange(arrangement(), etag());

        assertThat(cancel(etag()).statusCode()).isEqualTo(200);

        assertThat(read().jsonPath().getString("arrangement")).isNull();
        assertThat(read().jsonPath().getString("standing")).isEqualTo("BREACHED");
        isProblem(cancel(etag()), 409);
        var again = arrangement();
        again.put("startsAt", "2026-04-02T20:00:00+02:00");
        assertThat(arrange(again, etag()).statusCode()).isEqualTo(200);
        var told = TOLD.await(7, robberyId);
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(told.stream().map(one -> Topic.header(one, "ce_type").replaceAll(".*hood[.]|[.]v1", "")))
                .containsExactly(
                        "neighbourhood-plan-opened",
                        "meeting-arranged",
                        "meeting-invited",
                        "meeting-cancelled",
                        "meeting-called-off",
                        "meeting-arranged",
                        "meeting-invited");
        var meeting = meeting().jsonPath();
        assertThat(meeting.getList("history.kind")).containsExactly("AGREED", "CANCELLED", "AGREED");
        assertThat(meeting.getString("history[1].askedBy")).isEqualTo("PARTNER");
    }

    @Test
    void aCancellationSaysWhoAskedAndWhyOnTheVersionThatWasSeen() {
        arrange(arrangement(), etag());

        isProblem(cancel("\"0\""), 412);
        isProblem(post(Map.of("askedBy", "PARTNER"), etag()), 400);
        isProblem(post(Map.of("askedBy", "SOMEBODY", "reason", "OTHER"), etag()), 400);
        assertThat(read().jsonPath().getString("arrangement.partnerId")).isEqualTo(partnerId);
    }

    @Test
    void aPlanWithoutAMeetingShowsNone() {
        isProblem(meeting(), 404);
        isProblem(given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path("/meeting")), 404);
    }

    @Test
    void aHallOfNobodyIsABadRequest() {
        var arrangement = arrangement();
        arrangement.put("venueId", UUID.randomUUID().toString());

        isProblem(arrange(arrangement, etag()), 400);
    }

    private Response cancel(String etag) {
        return post(Map.of("askedBy", "PARTNER", "reason", "PARTNER_UNAVAILABLE"), etag);
    }

    private Response post(Map<String, String> body, String etag) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .post(path("/arrangement/cancellations"));
    }

    private Response meeting() {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path("/meeting"));
    }

    private String path(String what) {
        return "/v1/neighbourhood-plans/" + plan + what;
    }

    @Test
    void aRepeatIsAcceptedAndToldOnce() {
        var seen = etag();
        arrange(arrangement(), seen);

        var repeat = arrange(arrangement(), seen);

        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(STORED.column("select arrangement_revision from neighbourhood_plan where id = '" + plan + "'"))
                .containsExactly("1");
    }

    @Test
    void anotherArrangementOnAnOldVersionIsALostUpdateAndRefused() {
        var seen = etag();
        arrange(arrangement(), seen);
        var other = arrangement();
        other.put("agreedOn", "2026-03-13");

        isProblem(arrange(other, seen), 412);
        assertThat(arrange(other, etag()).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAVersionNothingChanges() {
        var answer = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(arrangement())
                .put("/v1/neighbourhood-plans/" + plan + "/arrangement");

        isProblem(answer, 428);
        isProblem(arrange(arrangement(), "7"), 400);
    }

    @Test
    void aPartnerThatDoesNotFitIsAConflict() {
        var arrangement = arrangement();
        arrangement.put(
                "partnerId", addPartner("BUSINESS_ASSOCIATION").jsonPath().getString("id"));

        var answer = arrange(arrangement, etag());

        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith("partner-does-not-fit");
    }

    @Test
    void aPartnerThatDoesNotExistIsABadRequest() {
        var arrangement = arrangement();
        arrangement.put("partnerId", UUID.randomUUID().toString());

        isProblem(arrange(arrangement, etag()), 400);
    }

    @Test
    void aPlanOfAnotherMunicipalityIsNotFound() {
        var elsewhere = openedPlan(UUID.randomUUID(), "9902");
        var token = Tokens.user("coordinator");

        isProblem(given().auth().oauth2(token).get("/v1/neighbourhood-plans/" + elsewhere), 404);
        var answer = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(arrangement())
                .put("/v1/neighbourhood-plans/" + elsewhere + "/arrangement");
        isProblem(answer, 404);
        assertThat(Database.asService("neighbourhood").count("from neighbourhood_plan"))
                .isZero();
        assertThat(Database.asService("neighbourhood").count("from partner")).isZero();
    }

    @Test
    void aManagerMayReadButNotArrange() {
        var manager = Tokens.user("manager");

        assertThat(given().auth()
                        .oauth2(manager)
                        .get("/v1/neighbourhood-plans/" + plan)
                        .statusCode())
                .isEqualTo(200);
        var answer = given().auth()
                .oauth2(manager)
                .contentType(ContentType.JSON)
                .header("If-Match", etag())
                .body(arrangement())
                .put("/v1/neighbourhood-plans/" + plan + "/arrangement");
        isProblem(answer, 403);
    }

    @ParameterizedTest
    @CsvSource({
        "startsAt, +300000-01-01T00:00:00Z",
        "agreedOn, 0001-01-01",
        "partnerId, x",
        "agreedOn, yesterday",
        "startsAt, 2026-03-26",
        "venue, hall"
    })
    void aBadFieldIsNamed(String field, String value) {
        var arrangement = arrangement();
        arrangement.put(field, value);

        var answer = arrange(arrangement, etag());

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partnerId", "agreedOn", "startsAt"})
    void aMissingFieldIsNamed(String field) {
        var arrangement = arrangement();
        arrangement.remove(field);

        assertThat(arrange(arrangement, etag()).jsonPath().getList("invalidParams.name"))
                .containsExactly(field);
    }

    @Test
    void aPartnerIsAddedOncePerKeyAndFoundAgain() {
        var key = UUID.randomUUID().toString();
        var first = addPartner("POLICE", key);
        var second = addPartner("POLICE", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        var path = "/v1/partners/" + first.jsonPath().getString("id");
        assertThat(given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .get(path)
                        .jsonPath()
                        .getString("kind"))
                .isEqualTo("POLICE");
        isProblem(given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager")).get(path), 403);
        assertThat(given().auth()
                        .oauth2(Tokens.client("notification-service"))
                        .get(path + "?municipality=9901")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewContactPersonIsStoredUnlessSomebodyElseWasFirst() {
        var path = "/v1/partners/" + partnerId;
        var seen = given().auth().oauth2(Tokens.user("coordinator")).get(path).header("ETag");
        var change =
                Map.of("name", "Voorbeeldpartner", "contactName", "Nieuwe Contact", "email", "nieuw@voorbeeld.example");

        assertThat(change("coordinator", path, change, seen).statusCode()).isEqualTo(200);
        assertThat(given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .get(path)
                        .jsonPath()
                        .getString("contactName"))
                .isEqualTo("Nieuwe Contact");
        // a repeat is no change
        assertThat(change("coordinator", path, change, seen).statusCode()).isEqualTo(200);
        isProblem(
                change("coordinator", path, Map.of("name", "A", "contactName", "B", "email", "c@d.example"), seen),
                412);
        isProblem(change("coordinator", path, change, null), 428);
        isProblem(change("coordinator-klein-buiten", path, change, seen), 404);
        isProblem(change("coordinator", path, Map.of("name", "", "kind", "POLICE"), seen), 400);
    }

    private static Response change(String user, String path, Map<String, ?> change, String ifMatch) {
        var request = given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(change);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(path);
    }

    @Test
    void everythingThatIsWrongWithAPartnerIsToldAtOnce() {
        var answer = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"municipality\":\"1\",\"kind\":\"CLUB\",\"name\":\"\",\"email\":\"x\",\"phone\":1}")
                .post("/v1/partners");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name"))
                .containsExactlyInAnyOrder("municipality", "kind", "name", "contactName", "email", "phone");
    }

    private String openedPlan(UUID robbery, String municipality) {
        Event.of("cases", "robbery-reported")
                .with("robberyId", robbery)
                .header("ce_municipality", municipality)
                .send();
        var query = "select id from neighbourhood_plan where robbery_id = '" + robbery + "'";
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(STORED.column(query)).hasSize(1));
        return STORED.column(query).getFirst();
    }

    private static Response addPartner(String kind) {
        return addPartner(kind, UUID.randomUUID().toString());
    }

    private static Response addPartner(String kind, String key) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "municipality", "9901",
                        "kind", kind,
                        "name", "Voorbeeldpartner",
                        "contactName", "Contact Voorbeeld",
                        "email", "partner@voorbeeld.example"))
                .post("/v1/partners");
    }

    private Map<String, Object> arrangement() {
        return new TreeMap<>(
                Map.of("partnerId", partnerId, "agreedOn", "2026-03-12", "startsAt", "2026-03-26T20:00:00+01:00"));
    }

    private Response arrange(Map<String, Object> arrangement, String etag) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(arrangement)
                .put("/v1/neighbourhood-plans/" + plan + "/arrangement");
    }

    private String etag() {
        return read().header("ETag");
    }

    private Response read() {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/neighbourhood-plans/" + plan);
    }
}
