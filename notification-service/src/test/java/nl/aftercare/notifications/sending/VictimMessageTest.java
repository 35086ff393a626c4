package nl.aftercare.notifications.sending;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing reaches a victim unless a person approved it and the owner of the case allows it at the moment of sending. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class VictimMessageTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();

    @Test
    void afterTheVisitALetterWaitsForApprovalAndThenGoesWithItsProof() {
        visited();
        var message = await().atMost(Topic.PATIENCE).until(this::message, shown -> shown != null);
        assertThat(message.getString("state")).isEqualTo("AWAITING_APPROVAL");
        assertThat(message.getString("caseId")).isEqualTo(caseId.toString());

        assertThat(approve().statusCode()).isEqualTo(200);

        awaitState("SENT");
        assertThat(message().getList("facts.kind"))
                .containsExactly("CREATED", "APPROVED", "ATTEMPTED", "ALLOWED", "ACCEPTED");
        assertThat(STORED.column(
                        "select reference from message_fact where kind = 'ALLOWED' and message_id = '" + id() + "'"))
                .containsExactly(caseId + " v3");
        assertThat(mail().get("to")).isEqualTo("slachtoffer@voorbeeld.example");
        assertThat(mail().get("text")).contains("Beste Slachtoffer Voorbeeld", "Schadefonds");
        assertThat(STORED.count("from message m join message_fact f on f.message_id = m.id"
                        + " where m::text || f::text like '%slachtoffer@%'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN, withdrawn", "NOT_DECIDED, not-decided", "WITHHELD, withheld", "MERGED, merged"})
    void whatTheOwnerOfTheCaseDoesNotAllowIsWithheldWithItsReason(String right, String reason) {
        OwningServices.RIGHTS.put(caseId.toString(), right);
        visited();
        awaitState("AWAITING_APPROVAL");

        approve();

        awaitState("WITHHELD");
        assertThat(message().getString("problem")).isEqualTo(reason);
        var told = new Topic("aftercare.notifications.v1").await(1, robberyId);
        told.forEach(new WireContract("notification-service")::check);
        assertThat(Topic.header(told.getFirst(), "ce_type")).contains("message-withheld");
        isProblem(approve(), 409);
    }

    @Test
    void whoWithdrawsGetsNothingThatWaits() {
        visited();
        awaitState("AWAITING_APPROVAL");

        Event.of("cases", "visit-willingness-recorded")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .with("willing", "NO")
                .send();

        awaitState("WITHHELD");
        assertThat(message().getString("problem")).isEqualTo("declined");
    }

    @Test
    void whoHasNoMailGetsALetterThatAPersonPosts() {
        OwningServices.RIGHTS.put(caseId.toString(), "NO_EMAIL");
        visited();
        awaitState("AWAITING_APPROVAL");

        approve();

        awaitState("IN_HAND");
        assertThat(message().getString("channel")).isEqualTo("PRINT");
        isProblem(letter(), 409);
        assertThat(result("POSTED").statusCode()).isEqualTo(200);
        assertThat(result("POSTED").statusCode()).isEqualTo(200);
        isProblem(result("REACHED"), 409);
        assertThat(message().getString("state")).isEqualTo("DONE_BY_HAND");
    }

    @Test
    void aLetterIsPrintedForWhoMayStillBeWrittenTo() {
        OwningServices.RIGHTS.put(caseId.toString(), "NO_EMAIL");
        visited();
        awaitState("AWAITING_APPROVAL");
        isProblem(letter(), 409);
        approve();
        awaitState("IN_HAND");
        OwningServices.RIGHTS.remove(caseId.toString());

        var printed = letter();

        assertThat(printed.statusCode()).isEqualTo(200);
        assertThat(printed.contentType()).isEqualTo("application/pdf");
        assertThat(printed.asByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(OwningServices.ASKED)
                .anyMatch(asked -> asked.startsWith("/v1/cases/" + caseId + "/right-to-contact?purpose=HELP Bearer "));

        OwningServices.RIGHTS.put(caseId.toString(), "WITHDRAWN");
        isProblem(letter(), 409);
        assertThat(message().getString("state")).isEqualTo("WITHHELD");
    }

    private Response letter() {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/messages/" + id() + "/letter");
    }

    @Test
    void aLetterThatIsNotNeededIsClosedByHand() {
        visited();
        awaitState("AWAITING_APPROVAL");

        assertThat(result("NOT_NEEDED").statusCode()).isEqualTo(200);

        assertThat(message().getString("state")).isEqualTo("DONE_BY_HAND");
    }

    @Test
    void aVictimGetsTheSameLetterOnce() {
        visited();
        awaitState("AWAITING_APPROVAL");
        visited();
        Event.of("cases", "case-closed")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .with("outcome", "COMPLETED")
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select template || ' ' || state from message where robbery_id = '" + robberyId
                                + "' order by id"))
                .containsExactly("VICTIM_HELP WITHHELD", "VICTIM_GOODBYE AWAITING_APPROVAL"));
    }

    @Test
    void whoChangesTheirMindAndIsVisitedGetsTheLetterAfterAll() {
        Event.of("cases", "aftercare-decided")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .with("result", "GRANTED_WITHOUT_VISIT")
                .send();
        awaitState("AWAITING_APPROVAL");
        Event.of("cases", "visit-willingness-recorded")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .with("willing", "NO")
                .send();
        awaitState("WITHHELD");

        visited();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "' order by id"))
                .containsExactly("WITHHELD", "AWAITING_APPROVAL"));
    }

    @Test
    void whatIsErasedSaysNothingAnyMoreButCounts() {
        visited();
        awaitState("AWAITING_APPROVAL");

        Event.of("cases", "personal-data-erased")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .send();

        awaitState("WITHHELD");
        assertThat(STORED.column("select details::text from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("{}");
    }

    @Test
    void anotherMunicipalityNeitherSeesNorApprovesIt() {
        visited();
        awaitState("AWAITING_APPROVAL");
        var path = "/v1/messages/" + id();

        isProblem(given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path), 404);
        isProblem(given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).put(path + "/approval"), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager")).put(path + "/approval"), 403);
        assertThat(message().getString("state")).isEqualTo("AWAITING_APPROVAL");
    }

    private void visited() {
        Event.of("cases", "first-visit-held")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .send();
    }

    private Response approve() {
        return given().auth().oauth2(Tokens.user("coordinator")).put("/v1/messages/" + id() + "/approval");
    }

    private Response result(String result) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(Map.of("result", result))
                .put("/v1/messages/" + id() + "/result");
    }

    private String id() {
        return message().getString("id");
    }

    private void awaitState(String state) {
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly(state));
    }

    private JsonPath message() {
        List<Map<String, Object>> found = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/messages?robberyId=" + robberyId)
                .jsonPath()
                .getList("items");
        return found.isEmpty()
                ? null
                : given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .get("/v1/messages/" + found.getFirst().get("id"))
                        .jsonPath();
    }

    private Map<String, String> mail() {
        List<Map<String, String>> mails = new JsonPath(
                        given().get(TestServers.address("aftercare.inbox.url") + "/messages")
                                .asString())
                .getList("");
        return mails.stream()
                .filter(mail -> mail.get("messageId").contains(id()))
                .findFirst()
                .orElseThrow();
    }
}
