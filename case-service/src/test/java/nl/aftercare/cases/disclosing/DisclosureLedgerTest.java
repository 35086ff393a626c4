package nl.aftercare.cases.disclosing;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who got which data about a victim, on which ground. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DisclosureLedgerTest {

    @Test
    void withPermissionItIsGivenAndInTheLedgerOnce() {
        var aftercare = ACase.reported();
        refused(give(aftercare, Map.of(), "refused-1"), "no-permission");

        permit(aftercare, "VICTIM_SUPPORT", true);
        var first = give(aftercare, Map.of(), "given-key-1-" + aftercare.id());
        var again = give(aftercare, Map.of(), "given-key-1-" + aftercare.id());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        var ledger = aftercare.get("/disclosures").jsonPath();
        assertThat(ledger.getList("permitted", String.class)).containsExactly("VICTIM_SUPPORT");
        assertThat(ledger.getList("given.recipient", String.class)).containsExactly("VICTIM_SUPPORT");
        assertThat(ledger.getList("given[0].categories", String.class)).containsExactly("CONTACT_DATA");
        assertThat(ledger.getString("given[0].by")).isEqualTo(Tokens.subject("coordinator"));
    }

    @Test
    void aPermissionThatIsTakenBackHoldsNoLonger() {
        var aftercare = ACase.reported();
        permit(aftercare, "VICTIM_SUPPORT", true);
        permit(aftercare, "VICTIM_SUPPORT", false);

        refused(give(aftercare, Map.of(), null), "no-permission");
    }

    @Test
    void aVictimWhoWithdrawsStopsThemAll() {
        var aftercare = ACase.reported();
        permit(aftercare, "VICTIM_SUPPORT", true);
        aftercare.put("/track/withdrawal", Map.of());

        refused(give(aftercare, Map.of(), null), "withdrawn");
    }

    @Test
    void theLedgerIsAppendOnly() {
        assertThat(Database.asSuperuser("cases")
                        .column(
                                "select privilege_type from information_schema.role_table_grants where grantee = 'cases_service'"
                                        + " and table_name = 'disclosure'"))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
    }

    @Test
    void whatIsAnotherMunicipalitysIsNotGiven() {
        var elsewhere = ACase.reported();

        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-klein-buiten"))
                        .get("/v1/cases/" + elsewhere.id() + "/disclosures"),
                404);
        isProblem(give(elsewhere, Map.of("municipality", "9902"), null), 403);
    }

    @ParameterizedTest
    @CsvSource({"recipient, NEIGHBOUR", "ground, CONSENT", "caseId, x", "municipality, 99", "name, x"})
    void aBadFieldIsNamed(String field, String value) {
        var answer = give(ACase.reported(), Map.of(field, value), null);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    @Test
    void nothingIsNoCategory() {
        var answer = give(ACase.reported(), Map.of("categories", List.of()), null);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly("categories");
    }

    private static void permit(ACase aftercare, String recipient, boolean given) {
        var answer = aftercare.put("/disclosures/permission", Map.of("recipient", recipient, "given", given));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Response give(ACase aftercare, Map<String, ?> changed, String key) {
        var body = new HashMap<String, Object>(Map.of(
                "municipality", "9901",
                "caseId", aftercare.id(),
                "recipient", "VICTIM_SUPPORT",
                "categories", List.of("CONTACT_DATA"),
                "ground", "VICTIM_PERMISSION"));
        body.putAll(changed);
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key)
                .body(body)
                .post("/v1/disclosures");
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(code);
    }
}
