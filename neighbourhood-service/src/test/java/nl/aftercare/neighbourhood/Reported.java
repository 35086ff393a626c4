package nl.aftercare.neighbourhood;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;

/** A robbery that was reported, and the plan that was opened for it. */
public record Reported(UUID robberyId, String plan, String coordinator) {
    private static final Database STORED = Database.asSuperuser("neighbourhood");

    /** @param fields of the report that differ from the sample: in pairs of name and value */
    public static Reported robbery(Map<String, ?> fields) {
        return robbery("9901", fields);
    }

    public static Reported robbery(String municipality, Map<String, ?> fields) {
        var robberyId = UUID.randomUUID();
        var event = Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .header("ce_municipality", municipality);
        for (var field : fields.entrySet()) {
            event = event.with(field.getKey(), field.getValue());
        }
        event.send();
        var query = "select id from neighbourhood_plan where robbery_id = '" + robberyId + "'";
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(STORED.column(query)).hasSize(1));
        return new Reported(
                robberyId,
                STORED.column(query).getFirst(),
                municipality.equals("9902") ? "coordinator-klein-buiten" : "coordinator");
    }

    public String path() {
        return "/v1/neighbourhood-plans/" + plan;
    }

    public JsonPath shown() {
        return read(coordinator, path()).jsonPath();
    }

    /** Puts something of the plan, on the version as it is now. */
    public Response put(String what, Object body) {
        return Reported.put(
                coordinator, path() + what, body, read(coordinator, path()).header("ETag"));
    }

    public static Response read(String user, String path) {
        return given().auth().oauth2(Tokens.user(user)).get(path);
    }

    public static Response put(String user, String path, Object body, String etag) {
        var request = given().auth().oauth2(Tokens.user(user)).contentType(ContentType.JSON);
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body)
                .put(path);
    }

    public static Response post(String user, String path, Object body) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }
}
