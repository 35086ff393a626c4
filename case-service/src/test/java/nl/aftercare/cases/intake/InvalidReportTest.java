package nl.aftercare.cases.intake;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of every field: 400 that names it, all errors at once, nothing stored. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InvalidReportTest {
    private static final Database STORED = Database.asSuperuser("cases");

    static Stream<Arguments> badFields() {
        return Stream.of(
                        Map.entry("reference", Stream.of(" ", "", 7, "with space", "x".repeat(65), List.of())),
                        Map.entry("municipality", Stream.of("991", "99011", "GM9901", 9901, "")),
                        Map.entry("kind", Stream.of("STREET", "", 1, true, Map.of())),
                        Map.entry(
                                "occurredAt",
                                Stream.of(
                                        "gisteren",
                                        "-9999-01-01T00:00:00Z",
                                        "+999999999-12-31T23:59:59Z",
                                        "2026-03-02",
                                        "2026-03-02T21:40:00",
                                        1,
                                        "2026-02-30T00:00:00Z")),
                        Map.entry("firearm", Stream.of("maybe", 0, true)),
                        Map.entry("wounded", Stream.of("maybe", List.of())),
                        Map.entry("dead", Stream.of("maybe")),
                        Map.entry("suspectKnown", Stream.of("Jan", false)),
                        Map.entry("solved", Stream.of("soon")),
                        Map.entry("unrest", Stream.of("MUCH")),
                        Map.entry("surroundingsTenure", Stream.of("HUUR")),
                        Map.entry("safeBusinessArea", Stream.of("KVO")),
                        Map.entry("victims", Stream.of("none", Map.of(), 3, List.of(5))),
                        Map.entry("unknownField", Stream.of("x", Map.of("a", 1))))
                .flatMap(field -> field.getValue().map(value -> Arguments.of(field.getKey(), value)));
    }

    static Stream<Arguments> badVictims() {
        return Stream.of(
                Arguments.of("reference", ""),
                Arguments.of("reference", "Jan Voorbeeld"),
                Arguments.of("name", "a\u0000b"),
                Arguments.of("reference", "x".repeat(65)),
                Arguments.of("type", "UNLUCKY"),
                Arguments.of("name", "x".repeat(201)),
                Arguments.of("email", "not an address"),
                Arguments.of("phone", "none"),
                Arguments.of("address", "Straat 1"),
                Arguments.of("addressShielded", "yes"),
                Arguments.of("dateOfBirth", "2000-01-01"),
                Arguments.of("bsn", "000000000"));
    }

    static Stream<Arguments> badAddresses() {
        return Stream.of(
                Arguments.of("postcode", "0123AB"),
                Arguments.of("postcode", "1234"),
                Arguments.of("houseNumber", 0),
                Arguments.of("houseNumber", "1"),
                Arguments.of("houseNumber", 1.5),
                Arguments.of("houseNumberAddition", "x".repeat(11)),
                Arguments.of("street", ""),
                Arguments.of("street", "a\u0000b"),
                Arguments.of("town", "a\nb"),
                Arguments.of("town", "x".repeat(101)),
                Arguments.of("country", "NL"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsNamed(String field, Object value) {
        assertRefused(aReport().with(field, value).send(), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "municipality", "kind", "occurredAt", "victims"})
    void aMissingFieldIsNamed(String field) {
        assertRefused(aReport().with(field, null).send(), field);
    }

    @ParameterizedTest
    @MethodSource("badVictims")
    void aBadFieldOfAVictimIsNamed(String field, Object value) {
        var victim = new HashMap<String, Object>(Map.of("reference", "1", "type", "DIRECT"));
        victim.put(field, value);
        assertRefused(aReport().with("victims", List.of(victim)).send(), "victims[0]." + field);
    }

    @ParameterizedTest
    @MethodSource("badAddresses")
    void aBadFieldOfAnAddressIsNamed(String field, Object value) {
        var address = new HashMap<String, Object>(
                Map.of("postcode", "9999XA", "houseNumber", 1, "street", "Fictieve Straat", "town", "Voorbeeldstad"));
        address.put(field, value);
        var victim = Map.of("reference", "1", "type", "DIRECT", "address", address);
        assertRefused(aReport().with("victims", List.of(victim)).send(), "victims[0].address." + field);
    }

    @Test
    void twoVictimsWithOneReferenceAreRefused() {
        var victim = Map.of("reference", "1", "type", "DIRECT");
        assertRefused(aReport().with("victims", List.of(victim, victim)).send(), "victims");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = aReport()
                .with("kind", "X")
                .with("occurredAt", "gisteren")
                .with("municipality", "1")
                .with("unknownField", 1)
                .with("victims", List.of(Map.of("type", "DIRECT", "email", "no-address"), Map.of("reference", "2")))
                .send();

        assertThat(names(answer))
                .containsExactlyInAnyOrder(
                        "kind",
                        "occurredAt",
                        "municipality",
                        "unknownField",
                        "victims[0].reference",
                        "victims[0].email",
                        "victims[1].type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "5",
                "\"text\"",
                "{\"reference\":1,\"reference\":2}",
                "{} {}",
                "\u0000"
            })
    void whatIsNoReportIsRefused(String body) {
        var answer = post(body, UUID.randomUUID().toString());
        isProblem(answer, 400);
        assertThat(names(answer)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space inside"})
    void aReportNeedsAnIdempotencyKey(String key) {
        assertRefused(aReport().send(key), "Idempotency-Key");
    }

    @Test
    void aMissingKeyIsToldTogetherWithWhatIsWrongInTheBody() {
        assertThat(names(aReport().with("kind", "X").send("short")))
                .containsExactlyInAnyOrder("Idempotency-Key", "kind");
    }

    @Test
    void aBodyThatIsWrongAllOverIsAnsweredWithAsManyErrorsAsAPersonCanUse() {
        var nothing = Collections.nCopies(50, Map.of("a", 1, "b", 2, "c", 3));

        var answer = aReport().with("victims", nothing).send();

        isProblem(answer, 400);
        assertThat(names(answer)).hasSize(100);
    }

    private static void assertRefused(Response answer, String field) {
        int before = STORED.count("from robbery");
        isProblem(answer, 400);
        assertThat(names(answer)).anyMatch(name -> name.equals(field) || name.startsWith(field + "["));
        assertThat(answer.jsonPath().getList("invalidParams.reason", String.class))
                .noneMatch(String::isBlank);
        assertThat(STORED.count("from robbery")).isEqualTo(before);
    }

    private static List<String> names(Response answer) {
        return answer.jsonPath().getList("invalidParams.name", String.class);
    }

    private static Response post(String body, String key) {
        return given().auth()
                .oauth2(Tokens.client("police-feed"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/robbery-reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=%zz", "?cursor=%", "/%zz"})
    void anAddressThatCannotBeReadIsABadRequest(String odd) throws IOException {
        // over a bare socket: no client library sends such an address
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var request = "GET /v1/robberies" + odd
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.user("coordinator") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // refused by Quarkus before there is a route, and without a body
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aMunicipalityOfTheWrongFormIsABadRequestAndDoesNotWiden() {
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get("/v1/robberies?municipality=990"), 400);
    }

    @Test
    void aBodyInAnotherEncodingIsABadRequest() {
        var answer = given().auth()
                .oauth2(Tokens.client("police-feed"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new byte[] {0, 0, 0, '{', 0, 0, 0, (byte) 0xff, 0x7f, 0x7f, 0x7f, 0x7f})
                .post("/v1/robbery-reports");

        isProblem(answer, 400);
    }
}
