package nl.aftercare.notifications.sending;

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

/** Text messages and letters over NotifyNL, by its own client, against a server that answers as it does. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class NotifyTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private static final String SETTINGS = "/v1/sending-settings/9909";
    private final UUID robberyId = UUID.randomUUID();

    @BeforeEach
    void overNotify() {
        OwningServices.NOTIFY_ANSWERS.clear();
        settle(List.of(Map.of(
                "template",
                "victim-help",
                "channels",
                List.of("TEXT", "LETTER", "PHONE"),
                "urgent",
                true,
                "needsApproval",
                true)));
    }

    @AfterEach
    void asUsual() {
        settle(List.of());
    }

    @Test
    void aTextMessageIsTakenOnceAndItsReceiptCounts() {
        approved();
        awaitState("SENT");

        assertThat(receipt("TEXT", "delivered", OwningServices.NOTIFY_TOKEN).statusCode())
                .isEqualTo(204);
        assertThat(receipt("TEXT", "delivered", OwningServices.NOTIFY_TOKEN).statusCode())
                .isEqualTo(204);

        awaitState("DELIVERED");
        assertThat(notified()).containsExactly("sms " + id() + "/TEXT");
        assertThat(facts()).containsExactly("CREATED", "APPROVED", "ATTEMPTED", "ALLOWED", "ACCEPTED", "DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"permanent-failure", "temporary-failure", "technical-failure"})
    void whatDoesNotArriveGoesOverTheNextChannel(String status) {
        approved();
        awaitState("SENT");

        receipt("TEXT", status, OwningServices.NOTIFY_TOKEN);

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(notified())
                .containsExactly("sms " + id() + "/TEXT", "letter " + id() + "/LETTER"));
        awaitState("SENT");
        receipt("LETTER", "returned", OwningServices.NOTIFY_TOKEN);
        awaitState("IN_HAND");
    }

    @Test
    void anAddressThatNotifyRefusesIsNotTriedAgain() {
        OwningServices.NOTIFY_ANSWERS.add(400);
        approved();

        awaitState("SENT");

        assertThat(notified()).containsExactly("letter " + id() + "/LETTER");
        assertThat(facts()).contains("REFUSED");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void whatNotifyCannotDoNowIsTriedAgain(int status) {
        OwningServices.NOTIFY_ANSWERS.add(status);
        approved();

        awaitState("SENT");

        assertThat(notified()).containsExactly("sms " + id() + "/TEXT");
        assertThat(facts()).containsSubsequence("FAILED", "ATTEMPTED", "ACCEPTED");
    }

    @Test
    void whatGotNoAnswerIsAskedForBeforeItIsSentAgain() {
        approve();
        // as if this service died after NotifyNL took it
        OwningServices.NOTIFIED.add("sms " + id() + "/TEXT");
        STORED.change("insert into message_fact (id, message_id, place, municipality, at, kind, channel)"
                + " select gen_random_uuid(), id, 1, municipality, now(), 'ATTEMPTED', 'TEXT' from message where id = '"
                + id() + "'");

        letGo();
        awaitState("SENT");

        assertThat(notified()).containsExactly("sms " + id() + "/TEXT");
    }

    @ParameterizedTest
    @CsvSource({"TEXT, sending", "TEXT, created"})
    void aStepOnTheWayChangesNothing(String channel, String status) {
        approved();
        awaitState("SENT");

        assertThat(receipt(channel, status, OwningServices.NOTIFY_TOKEN).statusCode())
                .isEqualTo(204);

        awaitState("SENT");
    }

    @Test
    void nobodyElseGivesReceipts() {
        approved();
        awaitState("SENT");

        assertThat(receipt("TEXT", "permanent-failure", "guess").statusCode()).isEqualTo(401);
        assertThat(receipt("TEXT", "permanent-failure", Tokens.user("coordinator"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/v1/notify-receipts")
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(OwningServices.NOTIFY_TOKEN)
                        .get("/v1/messages")
                        .statusCode())
                .isEqualTo(401);
        awaitState("SENT");
    }

    @Test
    void aReceiptOfNoMessageOfOursIsToldSo() {
        isProblem(send(UUID.randomUUID() + "/TEXT", "delivered", OwningServices.NOTIFY_TOKEN), 404);
        isProblem(send("x/TEXT", "delivered", OwningServices.NOTIFY_TOKEN), 404);
        isProblem(send(UUID.randomUUID() + "/FAX", "delivered", OwningServices.NOTIFY_TOKEN), 404);
        assertThat(send("of somebody else", "delivered", OwningServices.NOTIFY_TOKEN)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aReceiptForTheMessageOfAnotherMunicipalityIsRefused() {
        Event.of("cases", "robbery-reported").with("robberyId", robberyId).send();
        awaitState("SENT");

        isProblem(send(id() + "/EMAIL", "permanent-failure", OwningServices.NOTIFY_TOKEN), 404);
        awaitState("SENT");
    }

    @Test
    void whatWasTakenWithoutAnAnswerIsAskedForAndNotSentAgain() {
        OwningServices.NOTIFY_ANSWERS.add(0);

        approved();

        awaitState("SENT");
        assertThat(notified()).hasSize(1);
        assertThat(facts()).contains("FAILED");
    }

    @Test
    void everyAddressOfTheNeighbourhoodGetsItsLetterOnceAndIsThenForgotten() {
        Event.of("neighbourhood", "neighbour-text-approved")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9909")
                .send();
        awaitState("IN_HAND");
        var addresses = List.of(address(1), address(2), address(2), address(3));

        for (int time = 0; time < 2; time++) {
            assertThat(post(addresses).jsonPath().getInt("letters")).isEqualTo(3);
        }

        awaitState("DONE_BY_HAND");
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where details ->> 'postingOf' = '" + id() + "'"))
                .containsExactly("SENT", "SENT", "SENT"));
        assertThat(OwningServices.NOTIFIED.stream()
                        .filter(one ->
                                one.startsWith("letter ") && letters().stream().anyMatch(one::contains)))
                .hasSize(3);
        assertThat(STORED.count("from posting_address")).isZero();
    }

    @Test
    void whatAPersonPostedIsNotPostedAgain() {
        Event.of("neighbourhood", "neighbour-text-approved")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9909")
                .send();
        awaitState("IN_HAND");
        given().auth()
                .oauth2(Tokens.user("coordinator-nieuwestad"))
                .contentType(ContentType.JSON)
                .body(Map.of("result", "POSTED"))
                .put("/v1/messages/" + id() + "/result")
                .then()
                .statusCode(200);

        isProblem(post(List.of(address(1))), 409);

        assertThat(letters()).isEmpty();
    }

    private List<String> letters() {
        return STORED.column("select id from message where details ->> 'postingOf' = '" + id() + "'");
    }

    private static Map<String, String> address(int number) {
        return Map.of("street", "Voorbeeldstraat " + number, "town", "1234 AB  Voorbeeldstad");
    }

    private Response post(List<?> addresses) {
        return given().auth()
                .oauth2(Tokens.user("coordinator-nieuwestad"))
                .contentType(ContentType.JSON)
                .body(Map.of("addresses", addresses))
                .put("/v1/messages/" + id() + "/postings");
    }

    private void approved() {
        approve();
        letGo();
    }

    private void approve() {
        Event.of("cases", "first-visit-held")
                .with("robberyId", robberyId)
                .with("caseId", UUID.randomUUID())
                .header("ce_municipality", "9909")
                .send();
        awaitState("AWAITING_APPROVAL");
    }

    private void letGo() {
        assertThat(given().auth()
                        .oauth2(Tokens.user("coordinator-nieuwestad"))
                        .put("/v1/messages/" + id() + "/approval")
                        .statusCode())
                .isEqualTo(200);
    }

    private Response receipt(String channel, String status, String token) {
        return send(id() + "/" + channel, status, token);
    }

    private static Response send(String reference, String status, String token) {
        var receipt = new HashMap<String, Object>(Map.of(
                "id", new UUID(0, 9).toString(),
                "reference", reference,
                "status", status,
                "to", "+31600000000",
                "created_at", "2026-03-02T12:00:00.000000Z",
                "completed_at", "2026-12-02T12:00:05.000000Z",
                "notification_type", "sms"));
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(receipt)
                .post("/v1/notify-receipts");
    }

    private List<String> notified() {
        return OwningServices.NOTIFIED.stream()
                .filter(one -> one.contains(id()))
                .toList();
    }

    private String id() {
        return STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst()
                .toString();
    }

    private List<String> facts() {
        return STORED.column("select kind from message_fact where message_id = '" + id() + "' order by place");
    }

    private void awaitState(String state) {
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly(state));
    }

    private static void settle(List<?> rules) {
        var etag = given().auth()
                .oauth2(Tokens.user("manager-nieuwestad"))
                .get(SETTINGS)
                .header("ETag");
        assertThat(given().auth()
                        .oauth2(Tokens.user("manager-nieuwestad"))
                        .contentType(ContentType.JSON)
                        .header("If-Match", etag)
                        .body(Map.of("rules", rules))
                        .put(SETTINGS)
                        .statusCode())
                .isEqualTo(200);
    }
}
