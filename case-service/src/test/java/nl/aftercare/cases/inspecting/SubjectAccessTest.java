package nl.aftercare.cases.inspecting;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.aftercare.cases.ACase;
import nl.aftercare.platform.privacy.PersonalData;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;

/** One request gives all that the suite holds of a victim, as JSON and as a page. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OfferServiceStandIn.class)
class SubjectAccessTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @Test
    void everyMarkedFieldIsInTheAnswerAndOnThePage() throws ClassNotFoundException {
        var marked = markedTexts();
        assertThat(marked).contains("victim_name", "street");
        var aftercare = ACase.reported().granted().willing().visited();
        aftercare.put(
                "/support-need",
                Map.of(
                        "homeInsecure", "YES",
                        "entrepreneur", "NO",
                        "tenure", "OWNER_OCCUPIED",
                        "hardship", "NO",
                        "cashHandled", "UNKNOWN",
                        "helpWithForms", "NO",
                        "talkWithOffender", "NO"));
        aftercare.evaluated().closed();
        for (var column : marked) {
            STORED.change("update aftercare_case set %s = 'MARK-%s', house_number = 4242 where id = '%s'"
                    .formatted(column, column, aftercare.id()));
        }

        var answer = get("coordinator", aftercare, "");
        var page = get("coordinator", aftercare, "/page");

        for (var shown : new Response[] {answer, page}) {
            for (var column : marked) {
                assertThat(shown.asString()).contains("MARK-" + column);
            }
            assertThat(shown.asString()).contains("4242", "Schadefonds Geweldsmisdrijven");
        }
        assertThat(answer.jsonPath().getString("aftercare.need.tenure")).isEqualTo("OWNER_OCCUPIED");
        assertThat(answer.jsonPath().getString("aftercare.evaluation.attention"))
                .isEqualTo("YES");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains("Koopwoning", "Dit overzicht gemaakt")
                .doesNotContain("OWNER_OCCUPIED");
    }

    @Test
    void whatTheVictimIsCalledCannotRunInABrowser() {
        var aftercare = ACase.reported();
        STORED.change("update aftercare_case set victim_name = '<script>alert(1)</script>' where id = '"
                + aftercare.id() + "'");

        assertThat(get("coordinator", aftercare, "/page").asString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void whatThePoliceToldOfTheirInvestigationIsNotInIt() {
        var answer = get("coordinator", ACase.reported(), "").asString();

        assertThat(answer).doesNotContainIgnoringCase("objection").doesNotContainIgnoringCase("clearance\":");
    }

    @Test
    void thePageSaysWhatHappenedWithEachPartOfTheOffer() {
        assertThat(get("coordinator", ACase.reported(), "/page").asString())
                .contains("Schadefonds Geweldsmisdrijven", "U wilde dit, 12 maart 2026");
    }

    @Test
    void theOtherServiceIsAskedForThisVictimAloneWithAnOwnToken() {
        var aftercare = ACase.reported();

        get("privacy-officer", aftercare, "");

        assertThat(OfferServiceStandIn.ASKED)
                .last()
                .asString()
                .startsWith("/v1/offers?caseId=" + aftercare.id() + "&municipality=9901 Bearer ")
                .doesNotContain(Tokens.user("privacy-officer"));
    }

    @Test
    void onlyWhoMayAskGetsAnAnswerAndItLeavesALine() {
        var aftercare = ACase.reported();

        isProblem(get("operator", aftercare, ""), 403);
        isProblem(get("coordinator-klein-buiten", aftercare, ""), 404);
        isProblem(get("coordinator-new", aftercare, ""), 403);
        get("coordinator", aftercare, "");
        assertThat(STORED.count(
                        "from audit_line where action = 'answer-subject-access' and object = '" + aftercare.id() + "'"))
                .isEqualTo(1);
    }

    /** The columns of the stored case that are marked as personal data and hold text. */
    private static List<String> markedTexts() throws ClassNotFoundException {
        return Arrays.stream(
                        Class.forName("nl.aftercare.cases.persistence.CaseRow").getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(PersonalData.class) && field.getType() == String.class)
                .map(field -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Response get(String user, ACase aftercare, String form) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .accept(form.isEmpty() ? "application/json" : "text/html")
                .get("/v1/cases/" + aftercare.id() + "/subject-access" + form);
    }
}
