package nl.aftercare.cases;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.aftercare.testing.Tokens;

/** Robbery reports and updates for tests, delivered as the police feed does. */
public final class Reports {
    private final String path;
    private final Map<String, Object> body = new TreeMap<>();

    private Reports(String path, Map<String, Object> body) {
        this.path = path;
        this.body.putAll(body);
    }

    /** A valid commercial robbery in 9901 with one victim and a reference of its own. */
    public static Reports aReport() {
        return new Reports(
                "/v1/robbery-reports",
                Map.of(
                        "reference", UUID.randomUUID().toString(),
                        "municipality", "9901",
                        "kind", "COMMERCIAL",
                        "occurredAt", "2026-03-02T21:40:00+01:00",
                        "victims", List.of(victim("1"))));
    }

    /** Of 9901, stated on 3 March 2026, which speaks of nothing yet. */
    public static Reports anUpdate(String reference) {
        return new Reports(
                "/v1/robbery-updates",
                Map.of("reference", reference, "municipality", "9901", "statedAt", "2026-03-03T12:00:00Z"));
    }

    public static Map<String, Object> victim(String reference) {
        return Map.of("reference", reference, "type", "DIRECT", "name", "Slachtoffer Voorbeeld");
    }

    /** @param value null leaves the field out */
    public Reports with(String field, Object value) {
        if (value == null) {
            body.remove(field);
        } else {
            body.put(field, value);
        }
        return this;
    }

    public Response send() {
        return send(UUID.randomUUID().toString());
    }

    public Response send(String idempotencyKey) {
        return given().auth()
                .oauth2(Tokens.client("police-feed"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post(path);
    }

    /** @return the id of the robbery of an accepted report */
    public static String robberyId(Response accepted) {
        return accepted.jsonPath().getString("robberyId");
    }

    /** @return the id of the first case of an accepted report */
    public static String caseId(Response accepted) {
        return accepted.jsonPath().getString("cases[0].caseId");
    }
}
