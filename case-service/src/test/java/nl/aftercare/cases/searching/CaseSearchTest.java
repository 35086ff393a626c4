package nl.aftercare.cases.searching;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case is found by whole words, while it is followed, for the purpose of police data, and by who may see it (L2). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CaseSearchTest {
    private static final Database STORED = Database.asSuperuser("cases");
    /** A word of its own: a name that nobody has. */
    private final String word = "X" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void aVictimWhoCallsIsFoundByNameHomeNumberOrMail() {
        var aftercare = caseId(aReport()
                .with(
                        "victims",
                        List.of(Map.of(
                                "reference",
                                "1",
                                "type",
                                "DIRECT",
                                "name",
                                "Zoë " + word + "-Voorbeeld",
                                "email",
                                word + "@voorbeeld.example",
                                "phone",
                                "+31612345678",
                                "address",
                                Map.of(
                                        "postcode", "9999XA",
                                        "houseNumber", 12,
                                        "street", "Fictieve Straat",
                                        "town", "Voorbeeldstad"))))
                .send());

        for (var asked : List.of(
                word,
                word.toLowerCase() + " zoe",
                "voorbeeld, " + word,
                "Fictieve " + word,
                word + " 9999 xa",
                word + " 9999XA12",
                word + " 9999XA 12",
                word + " Fictieve Straat 12",
                word + " +31 6 12345678",
                word + " 0612345678",
                word + "@voorbeeld.example")) {
            assertThat(found(asked)).as(asked).containsExactly(aftercare);
        }
        assertThat(found(word + " Ander")).isEmpty();
        assertThat(found(word.substring(0, 20))).as("part of a word").isEmpty();
    }

    /** L11: never show or use the home address. */
    @Test
    void aShieldedHomeFindsNobody() {
        var home = Map.of("postcode", "9999XB", "houseNumber", 99, "street", word, "town", "Voorbeeldstad");
        aReport()
                .with(
                        "victims",
                        List.of(Map.of("reference", "1", "type", "DIRECT", "address", home, "addressShielded", true)))
                .send();

        assertThat(found(word)).isEmpty();
    }

    @Test
    void whatTheFeedCorrectsIsFoundByWhatItSaysNow() {
        var reference = "SEARCH-" + UUID.randomUUID();
        var aftercare = caseId(aReport()
                .with("reference", reference)
                .with("victims", List.of(named(word)))
                .send());
        assertThat(found(reference)).containsExactly(aftercare);

        anUpdate(reference).with("victims", List.of(named("Ander" + word))).send();

        assertThat(found(word)).isEmpty();
        assertThat(found("Ander" + word)).containsExactly(aftercare);
    }

    @Test
    void aCaseThatIsClosedOrForgottenIsNotFound() {
        var aftercare = ACase.reported(Map.of("policeObjection", "NO", "victims", List.of(named(word))))
                .granted()
                .willing()
                .visited()
                .evaluated();
        assertThat(found(word)).containsExactly(aftercare.id());
        aftercare.closed();
        assertThat(found(word)).isEmpty();
        STORED.change("update aftercare_case set closed_on = '2024-01-31' where id = '" + aftercare.id() + "'");

        aftercare.forgotten();

        assertThat(STORED.count("from case_word where case_id = '" + aftercare.id() + "'"))
                .isZero();
    }

    @Test
    void whatIsAnotherMunicipalitysIsNotFound() {
        aReport()
                .with("municipality", "9902")
                .with("victims", List.of(named(word)))
                .send();

        assertThat(found(word)).isEmpty();
        isProblem(search(Map.of("purpose", "JUDGE_VISIT", "words", word), "coordinator-new"), 403);
        isProblem(search(Map.of("purpose", "JUDGE_VISIT", "words", word), "manager"), 403);
    }

    @Test
    void whoIsFoundIsLoggedWithThePurposeAndNoNameIsKeptInTheIndexOrTheLog() {
        var aftercare = caseId(aReport().with("victims", List.of(named(word))).send());

        search(Map.of("purpose", "PUBLIC_ORDER", "words", word), "coordinator");

        assertThat(STORED.count(
                        "from audit_line where action = 'find-case-to-public-order' and object = '" + aftercare + "'"))
                .isEqualTo(1);
        assertThat(STORED.column("select word from case_word where case_id = '" + aftercare + "'"))
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept.toString()).matches("[0-9a-f]{64}"));
    }

    @Test
    void manyAreNotListedButNarrowed() {
        for (int n = 0; n < 21; n++) {
            aReport().with("victims", List.of(named(word))).send();
        }

        var answer = search(Map.of("purpose", "JUDGE_VISIT", "words", word), "coordinator");

        assertThat(answer.jsonPath().getList("cases")).hasSize(20);
        assertThat(answer.jsonPath().getBoolean("more")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"purpose, CURIOSITY", "words, ' '", "words, a", "words, %", "name, x"})
    void aBadFieldIsNamed(String field, String value) {
        var search = new TreeMap<String, Object>(Map.of("purpose", "JUDGE_VISIT", "words", word));
        search.put(field, value);

        var answer = search(search, "coordinator");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    private static Map<String, Object> named(String name) {
        return Map.of("reference", "1", "type", "DIRECT", "name", name);
    }

    private static List<String> found(String words) {
        var answer = search(Map.of("purpose", "JUDGE_VISIT", "words", words), "coordinator");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("oorbeeld");
        return answer.jsonPath().getList("cases.caseId", String.class);
    }

    private static Response search(Map<String, Object> search, String user) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(search)
                .post("/v1/case-searches");
    }
}
