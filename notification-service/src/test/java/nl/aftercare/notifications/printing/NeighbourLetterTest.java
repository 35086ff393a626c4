package nl.aftercare.notifications.printing;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

/** What goes to neighbours is printed as it was approved, and only then. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class NeighbourLetterTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();
    private final UUID planId = UUID.randomUUID();

    @Test
    void anApprovedTextIsALetterToPost() {
        approved();

        var printed = letter();

        assertThat(printed.statusCode()).isEqualTo(200);
        assertThat(STORED.column("select details ->> 'addresses' from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("120");
    }

    @Test
    void aTextThatChangedAfterItWasApprovedIsNotPrinted() {
        OwningServices.NOT_APPROVED.add(planId.toString());
        approved();

        isProblem(letter(), 409);
    }

    private void approved() {
        Event.of("neighbourhood", "neighbour-text-approved")
                .with("robberyId", robberyId)
                .with("planId", planId)
                .with("addresses", 120)
                .send();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(STORED.column(
                        "select template || ' ' || state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("NEIGHBOUR_NOTICE IN_HAND"));
    }

    private Response letter() {
        var id = STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst();
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/messages/" + id + "/letter");
    }
}
