package nl.aftercare.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** How every service answers, by the NLgov API Design Rules. Each service extends this with one of its lists. */
public abstract class ApiRules {
    private final String list;

    /** @param list path of a list that the user {@code coordinator} may read, such as {@code /v1/robberies} */
    protected ApiRules(String list) {
        this.list = list;
    }

    @Test
    void aListIsJsonWithTheVersionOfTheApi() {
        var answer = get(list);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("API-Version")).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void aTrailingSlashIsNotFound() {
        isProblem(get(list + "/"), 404);
    }

    @Test
    void anUnknownPathIsNotFound() {
        isProblem(get("/v1/no-such-thing"), 404);
        isProblem(get("/no-such-thing"), 404);
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatAre() {
        var answer = given().auth().oauth2(Tokens.user("coordinator")).delete(list);
        isProblem(answer, 405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void anotherFormIsNotAcceptable() {
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .accept("text/html")
                        .get(list),
                406);
    }

    @Test
    void wrongQueryParametersAreReportedAllAtOnce() {
        var answer = get(list + "?pageSize=0&cursor=nonsense");
        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactlyInAnyOrder("pageSize", "cursor");
    }

    @Test
    void anAddressThatCannotBeReadIsReported() throws IOException {
        // over a socket, since no client library sends it
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET %s?cursor=%%zz HTTP/1.0\r\n\r\n".formatted(list).getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains(" 400 ", "application/problem+json", "invalid-input");
        }
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (var answer :
                new Response[] {get(list), given().get(list), get("/v1/no-such-thing"), get(list + "?pageSize=x")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
            assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("API-Version")).isNotBlank();
        }
    }

    @Test
    void theApiDocumentIsOpenToEveryOrigin() {
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void withoutATokenThereIsNoAccess() {
        isProblem(given().get(list), 401);
    }

    @Test
    void aTokenThatIsNoTokenIsRefused() {
        isProblem(given().auth().oauth2("nonsense").get(list), 401);
        var genuine = Tokens.user("coordinator");
        var tampered = genuine.substring(0, genuine.lastIndexOf('.') + 1) + "AAAA";
        isProblem(given().auth().oauth2(tampered).get(list), 401);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        isProblem(given().auth().oauth2(Tokens.userElsewhere("coordinator")).get(list), 401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        isProblem(given().auth().oauth2(Tokens.ofAnotherRealm()).get(list), 401);
    }

    @Test
    void whoFindsAHoleReadsWhereToTellIt() {
        var answer = given().get("/.well-known/security.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.asString()).contains("Contact: mailto:");
        var end = answer.asString()
                .lines()
                .filter(line -> line.startsWith("Expires: "))
                .map(line -> Instant.parse(line.substring("Expires: ".length())))
                .findFirst()
                .orElseThrow();
        // nobody may use it after that; a month before, this says so
        assertThat(end).isAfter(Instant.now().plus(30, ChronoUnit.DAYS));
    }

    @Test
    void theOperatorSeesNoContent() {
        isProblem(given().auth().oauth2(Tokens.user("operator")).get(list), 403);
    }

    /** Asserts the form that every error has, and that nothing of the inside shows. */
    public static void isProblem(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("Exception", "nl.aftercare.", "\tat ");
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path);
    }
}
