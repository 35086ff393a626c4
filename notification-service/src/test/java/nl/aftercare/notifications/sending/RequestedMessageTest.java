package nl.aftercare.notifications.sending;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator decides that a victim gets a message, reads it, and lets it go. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class RequestedMessageTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID caseId = UUID.randomUUID();

    @Test
    void theOfferIsReadAsTheVictimWillReadItAndGoesWhenApproved() {
        var message = request("victim-offer").jsonPath();
        assertThat(message.getString("state")).isEqualTo("AWAITING_APPROVAL");

        var text = text(message).jsonPath();
        assertThat(text.getString("name")).isEqualTo("Slachtoffer Voorbeeld");
        assertThat(text.getString("body"))
                .contains("Beste Slachtoffer Voorbeeld,", "- Gemeentelijk noodfonds")
                .doesNotContain("Kierstandhouder", "Afroomkluis");
        assertThat(text.getString("script")).isNull();
        assertThat(text.getString("phone")).isNull();

        approve(message);
        awaitState(message, "SENT");
    }

    @Test
    void whoAsksTwiceGetsTheOneThatWaits() {
        var first = request("victim-offer").jsonPath().getString("id");

        assertThat(request("victim-offer").jsonPath().getString("id")).isEqualTo(first);
        assertThat(STORED.count("from message where recipient_id = '" + caseId + "'"))
                .isEqualTo(1);
    }

    @Test
    void withNothingToOfferNothingGoes() {
        OwningServices.NOTHING_OFFERED.add(caseId.toString());
        var message = request("victim-offer").jsonPath();

        isProblem(text(message), 409);
        approve(message);
        awaitState(message, "SUPERSEDED");
    }

    @Test
    void aHearingIsToldWithItsDay() {
        var message = request("victim-hearing").jsonPath();

        assertThat(text(message).jsonPath().getString("body")).contains("dinsdag 1 september 2026", "spreekrecht");
    }

    @Test
    void whoHasNoMailAndNoAddressIsCalledWithAScript() {
        OwningServices.RIGHTS.put(caseId.toString(), "NO_EMAIL");
        var message = request("victim-help").jsonPath();
        approve(message);
        awaitState(message, "IN_HAND");
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .get("/v1/messages/" + message.getString("id") + "/letter"),
                409);

        var text = text(message).jsonPath();

        assertThat(text.getString("script")).contains("Vraag niet naar de overval", "namens");
        assertThat(text.getString("body")).contains("Schadefonds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "NOT_DECIDED", "NO_HEARING"})
    void whoMayNotBeWrittenToIsNotPromisedAnything(String right) {
        OwningServices.RIGHTS.put(caseId.toString(), right);

        isProblem(request("victim-hearing"), 409);

        assertThat(STORED.count("from message where recipient_id = '" + caseId + "'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim-goodbye", "new-case", "poem"})
    void onlyWhatACoordinatorDecidesOnCanBeAskedFor(String template) {
        isProblem(request(template), 404);
    }

    @Test
    void whatAVictimMayNotHearAnyMoreIsNotReadAndWithheld() {
        var message = request("victim-help").jsonPath();
        OwningServices.RIGHTS.put(caseId.toString(), "WITHDRAWN");

        isProblem(text(message), 409);

        awaitState(message, "WITHHELD");
        isProblem(text(message), 409);
    }

    @Test
    void nobodyElseAsksOrReads() {
        var message = request("victim-help").jsonPath();

        for (var user : new String[] {"coordinator-klein-buiten", "coordinator-nieuwestad"}) {
            isProblem(text(user, message), 404);
            isProblem(request(user, "victim-help"), 403);
        }
        isProblem(text("manager", message), 403);
        isProblem(request("manager", "victim-help"), 403);
    }

    private Response request(String template) {
        return request("coordinator", template);
    }

    private Response request(String user, String template) {
        return given().auth().oauth2(Tokens.user(user)).put("/v1/victim-messages/" + caseId + "/" + template);
    }

    private static Response text(JsonPath message) {
        return text("coordinator", message);
    }

    private static Response text(String user, JsonPath message) {
        return given().auth().oauth2(Tokens.user(user)).get("/v1/messages/" + message.getString("id") + "/text");
    }

    private static void approve(JsonPath message) {
        given().auth()
                .oauth2(Tokens.user("coordinator"))
                .put("/v1/messages/" + message.getString("id") + "/approval")
                .then()
                .statusCode(200);
    }

    private static void awaitState(JsonPath message, String state) {
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where id = '" + message.getString("id") + "'"))
                .containsExactly(state));
    }
}
