package nl.aftercare.cases;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Tokens;

/** A case of 9901 that the coordinator takes through its steps: {@code ACase.reported().granted().willing().visited()}. */
public final class ACase {
    private static final Database STORED = Database.asSuperuser("cases");
    private final String reference;
    private final String robbery;
    private final String id;

    /** Asked each time: tests may run past midnight. */
    public static LocalDate today() {
        return LocalDate.now(DutchTime.ZONE);
    }

    private ACase(String reference, Response report) {
        this.reference = reference;
        robbery = Reports.robberyId(report);
        id = Reports.caseId(report);
    }

    /** A commercial robbery to which the police have no objection. */
    public static ACase reported() {
        return reported(Map.of("policeObjection", "NO"));
    }

    /** @param facts of the report, in place of those of {@link Reports#aReport} */
    public static ACase reported(Map<String, ?> facts) {
        var reference = "CASE-" + UUID.randomUUID();
        var report = aReport().with("reference", reference);
        facts.forEach(report::with);
        return new ACase(reference, report.send());
    }

    public ACase granted() {
        return done(put("/track/decision", Map.of("result", "GRANTED_WITH_VISIT")));
    }

    public ACase willing() {
        for (var party : List.of("VICTIM_SUPPORT", "BRANCH_ORGANISATION")) {
            given().auth()
                    .oauth2(Tokens.user("coordinator"))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("municipality", "9901", "caseId", id, "party", party, "contacted", "UNKNOWN"))
                    .post("/v1/victim-contacts");
        }
        return done(given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(Map.of("answer", "WILLING"))
                .post("/v1/cases/" + id + "/track/answers"));
    }

    public ACase cleared() {
        anUpdate(reference).with("policeClearance", "YES").send();
        return this;
    }

    public ACase visited() {
        cleared();
        done(put("/visit", Map.of("on", today().toString(), "visitor", "COORDINATOR", "adviceAsked", true)));
        return done(put("/visit/outcome", Map.of("heldOn", today().toString())));
    }

    public ACase evaluated() {
        return done(put("/evaluation", evaluation()));
    }

    public ACase closed() {
        return done(put("/closure", Map.of()));
    }

    /** Two persons erase all whose term is over, this case among them. */
    public ACase forgotten() {
        var list = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("municipality", "9901"))
                .post("/v1/destruction-lists");
        return done(given().auth()
                .oauth2(Tokens.user("manager"))
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("/v1/destruction-lists/" + list.jsonPath().getString("id") + "/approval"));
    }

    /** What is to be done next; null when nothing is. */
    public String nextAction() {
        var found = STORED.column("select next_action from aftercare_case where id = '" + id + "'");
        return found.getFirst() == null ? null : found.getFirst().toString();
    }

    public static Map<String, Object> evaluation() {
        return Map.of(
                "attention", "YES",
                "measuresCarriedOut", "UNKNOWN",
                "feelsSafe", "NO",
                "informationForApproach", "NO");
    }

    public Response put(String what, Map<String, ?> body) {
        return put(what, body, version());
    }

    public Response put(String what, Map<String, ?> body, String version) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put("/v1/cases/" + id + what);
    }

    public Response get(String what) {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/cases/" + id + what);
    }

    /** ETag of the case as it is. */
    public String version() {
        return get("/track").header("ETag");
    }

    public String reference() {
        return reference;
    }

    public String robbery() {
        return robbery;
    }

    public String id() {
        return id;
    }

    private ACase done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return this;
    }
}
