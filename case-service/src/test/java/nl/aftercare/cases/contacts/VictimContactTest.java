package nl.aftercare.cases.contacts;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VictimContactTest {

    @Test
    void aContactIsKeptAndToldAfterTheReport() {
        var report = aReport().send();

        var answer = send(contact(caseId(report)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(caseId(report)).getString("aftercareCase.victimSupportContact.contactedOn"))
                .isEqualTo("2026-03-03");
        var told = new Topic("aftercare.cases.v1").await(2, UUID.fromString(robberyId(report)));
        new WireContract("case-service").check(told.get(1));
        assertThat(Topic.header(told.get(0), "ce_type")).endsWith("robbery-reported.v1");
        assertThat(Topic.header(told.get(1), "ce_type")).endsWith("victim-contacted.v1");
        assertThat(Topic.header(told.get(1), "ce_subject")).isEqualTo(caseId(report));
    }

    @Test
    void aCoordinatorMayRecordAContactToo() {
        var report = aReport().send();

        assertThat(send(contact(caseId(report)), Tokens.user("coordinator")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePoliceMayNot() {
        isProblem(send(contact(caseId(aReport().send())), Tokens.client("police-feed")), 403);
    }

    @Test
    void aCaseThatDoesNotExistIsNotFound() {
        isProblem(send(contact(UUID.randomUUID().toString())), 404);
    }

    @Test
    void aCaseOfAnotherMunicipalityIsNotFound() {
        var elsewhere = aReport().with("municipality", "9902").send();

        isProblem(send(contact(caseId(elsewhere))), 404);
    }

    @Test
    void aCoordinatorOfAnotherMunicipalityIsRefused() {
        var report = aReport().send();

        isProblem(send(contact(caseId(report)), Tokens.user("coordinator-klein-buiten")), 403);
    }

    @Test
    void whatTheRulesRefuseIsAConflictWithTheReason() {
        var contact = contact(caseId(aReport().send()));
        contact.put("contactedOn", "2026-03-01");

        var answer = send(contact);

        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aftercare:problem:contact-before-robbery");
    }

    @ParameterizedTest
    @CsvSource({
        "municipality, 1",
        "caseId, 1",
        "party, NEIGHBOUR",
        "contacted, perhaps",
        "contactedOn, yesterday",
        "reason, curious"
    })
    void aBadFieldIsNamed(String field, String value) {
        var contact = contact(UUID.randomUUID().toString());
        contact.put(field, value);

        var answer = send(contact);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality", "caseId", "party", "contacted"})
    void aMissingFieldIsNamed(String field) {
        var contact = contact(UUID.randomUUID().toString());
        contact.remove(field);

        var answer = send(contact);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly(field);
    }

    @Test
    void aFeedSpeaksOfItsOwnContactsAlone() {
        var branch = contact(caseId(aReport().send()));
        branch.put("party", "BRANCH_ORGANISATION");

        isProblem(send(branch), 403);
        isProblem(send(contact(caseId(aReport().send())), Tokens.client("branch-organisation-feed")), 403);
        assertThat(send(branch, Tokens.client("branch-organisation-feed")).statusCode())
                .isEqualTo(200);
        branch.put("contacted", "NO");
        branch.remove("contactedOn");
        assertThat(send(branch, Tokens.user("coordinator")).statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> contact(String caseId) {
        return new TreeMap<>(Map.of(
                "municipality", "9901",
                "caseId", caseId,
                "party", "VICTIM_SUPPORT",
                "contacted", "YES",
                "contactedOn", "2026-03-03"));
    }

    private static Response send(Map<String, Object> contact) {
        return send(contact, Tokens.client("victim-support-feed"));
    }

    private static Response send(Map<String, Object> contact, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(contact)
                .post("/v1/victim-contacts");
    }

    private static io.restassured.path.json.JsonPath read(String caseId) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/cases/" + caseId)
                .jsonPath();
    }
}
