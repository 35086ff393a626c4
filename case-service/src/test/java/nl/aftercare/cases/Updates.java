package nl.aftercare.cases;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Tokens;

/** An update of a robbery for a test: {@code anUpdate("REF").with("solved", "YES").send()}. */
public final class Updates {
    private final Map<String, Object> body = new HashMap<>();

    private Updates(String reference) {
        body.putAll(Map.of("reference", reference, "municipality", "9901", "statedAt", "2026-03-03T12:00:00Z"));
    }

    /** Of 9901, stated on 3 March 2026, which speaks of nothing yet. */
    public static Updates anUpdate(String reference) {
        return new Updates(reference);
    }

    /** @param value null leaves the field out */
    public Updates with(String field, Object value) {
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
                .post("/v1/robbery-updates");
    }
}
