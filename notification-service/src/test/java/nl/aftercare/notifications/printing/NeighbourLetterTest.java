package nl.aftercare.notifications.printing;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void everyAddressGetsItsLetterAndThePosterAList() throws IOException {
        approved();

        var printed = print("coordinator", addresses(3));

        assertThat(printed.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(printed.asByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            assertThat(new PDFTextStripper().getText(document))
                    .containsSubsequence(
                            "Aan de bewoners van dit adres",
                            "Voorbeeldstraat 1",
                            "Voorbeeldstraat 2",
                            "Voorbeeldstraat 3",
                            "Postlijst",
                            "3 brieven",
                            "Voorbeeldstraat 3, 1234 AB Voorbeeldstad");
        }
        assertThat(STORED.count("from posting_address")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"addresses\":[]}",
                "{\"addresses\":[{\"street\":\"Voorbeeldstraat 1\"}]}",
                "{\"addresses\":[{\"street\":\"Voorbeeldstraat 1\",\"town\":\"Voorbeeldstad\"}]}",
                "{\"addresses\":[{\"street\":\"\",\"town\":\"1234 AB Voorbeeldstad\"}]}",
                "{\"addresses\":[{\"street\":\"Voorbeeldstraat 1\",\"town\":\"1234 AB Voorbeeldstad\",\"name\":\"x\"}]}"
            })
    void whatIsNoListOfAddressesIsRefused(String body) {
        approved();

        isProblem(print("coordinator", body), 400);
        isProblem(post("coordinator", body), 400);
    }

    @Test
    void withoutAProviderThePersonPrints() {
        approved();

        isProblem(post("coordinator", addresses(2)), 409);

        assertThat(STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("IN_HAND");
    }

    @Test
    void whoMayNotSeeTheMessagePrintsAndPostsNothing() {
        approved();

        isProblem(print("coordinator-klein-buiten", addresses(1)), 404);
        isProblem(post("coordinator-klein-buiten", addresses(1)), 404);
        isProblem(print("manager", addresses(1)), 403);
        isProblem(post("manager", addresses(1)), 403);
    }

    private static String addresses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("{\"street\":\"Voorbeeldstraat %d\",\"town\":\"1234 AB  Voorbeeldstad\"}"::formatted)
                .collect(Collectors.joining(",", "{\"addresses\":[", "]}"));
    }

    private Response print(String user, String body) {
        return request(user, body).post("/v1/messages/" + id() + "/letters");
    }

    private Response post(String user, String body) {
        return request(user, body).put("/v1/messages/" + id() + "/postings");
    }

    private static RequestSpecification request(String user, String body) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(body);
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
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/messages/" + id() + "/letter");
    }

    private String id() {
        return STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst();
    }
}
