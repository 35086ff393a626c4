package nl.aftercare.cases.contacts;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aftercare.cases.ACase;
import nl.aftercare.cases.Reports;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a message to a victim asks first, at that moment (gates G1 to G3, domain.md L5, L11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RightToContactTest {

    @Test
    void beforeADecisionNobodyWritesToTheVictim() {
        var right = right(ACase.reported(), "HELP");

        assertThat(right.getString("right")).isEqualTo("NOT_DECIDED");
        assertThat(right.getString("victim")).isNull();
    }

    @Test
    void whileAftercareIsGivenHelpMayBeTold() {
        var aftercare = ACase.reported().granted();
        assertThat(right(aftercare, "HELP").getString("right")).isEqualTo("ALLOWED");

        var right = right(aftercare.willing().visited(), "HELP");

        assertThat(right.getString("right")).isEqualTo("ALLOWED");
        assertThat(right.getString("victim.name")).isEqualTo("Slachtoffer Voorbeeld");
        assertThat(right.getString("proof")).matches("[0-9a-f-]{36} v\\d+");
        assertThat(right(aftercare, "GOODBYE").getString("right")).isEqualTo("NOT_CLOSED");
    }

    @Test
    void afterClosingOnlyAGoodbyeMayBeTold() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();

        assertThat(right(aftercare, "HELP").getString("right")).isEqualTo("CLOSED");
        assertThat(right(aftercare, "GOODBYE").getString("right")).isEqualTo("ALLOWED");
    }

    @Test
    void aHearingMayBeToldWithItsDayAlsoAfterClosingButNotToWhoWithdrew() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();
        assertThat(right(aftercare, "HEARING").getString("right")).isEqualTo("NO_HEARING");
        hearing(aftercare);

        assertThat(right(aftercare, "HEARING").getString("right")).isEqualTo("ALLOWED");
        assertThat(right(aftercare, "HEARING").getString("hearingOn")).isEqualTo("2026-09-01");
        assertThat(right(aftercare, "GOODBYE").getString("hearingOn")).isNull();

        var withdrawn = ACase.reported().granted().willing();
        withdrawn.put("/track/withdrawal", Map.of());
        hearing(withdrawn);
        assertThat(right(withdrawn, "HEARING").getString("right")).isEqualTo("WITHDRAWN");
        assertThat(right(withdrawn, "HEARING").getString("hearingOn")).isNull();
    }

    private static void hearing(ACase aftercare) {
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-09T12:00:00Z")
                .with("solved", "YES")
                .with("hearingOn", "2026-09-01")
                .send();
    }

    @Test
    void whoWithdrewIsNotWrittenTo() {
        var aftercare = ACase.reported().granted().willing();
        aftercare.put("/track/withdrawal", Map.of());

        assertThat(right(aftercare, "HELP").getString("right")).isEqualTo("WITHDRAWN");
    }

    @Test
    void anObjectionOfThePoliceWithholdsWithoutSayingWhy() {
        var aftercare = ACase.reported().granted().willing();
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-09T12:00:00Z")
                .with("policeObjection", "YES")
                .send();

        assertThat(right(aftercare, "HELP").getString("right")).isEqualTo("WITHHELD");
    }

    @Test
    void ofWhatWasNoRobberyNobodyHears() {
        var aftercare = ACase.reported().granted().willing();
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-09T12:00:00Z")
                .with("robbery", "NO")
                .send();

        assertThat(right(aftercare, "HELP").getString("right")).isEqualTo("NOT_A_ROBBERY");
    }

    @Test
    void anAddressIsToldUnlessItIsShielded() {
        assertThat(right(livingAt(false), "HELP").getString("victim.address.street"))
                .isEqualTo("Voorbeeldstraat 1 A");
        assertThat(right(livingAt(false), "HELP").getString("victim.address.town"))
                .isEqualTo("1234 AB  Voorbeeldstad");
        assertThat(right(livingAt(true), "HELP").getString("right")).isEqualTo("ALLOWED");
        assertThat(right(livingAt(true), "HELP").getString("victim.address")).isNull();
    }

    private static ACase livingAt(boolean isShielded) {
        var victim = new HashMap<>(Reports.victim("1"));
        victim.put("addressShielded", isShielded);
        victim.put(
                "address",
                Map.of(
                        "postcode", "1234AB",
                        "houseNumber", 1,
                        "houseNumberAddition", "A",
                        "street", "Voorbeeldstraat",
                        "town", "Voorbeeldstad"));
        return ACase.reported(Map.of("policeObjection", "NO", "victims", List.of(victim)))
                .granted();
    }

    @Test
    void thatItWasAskedIsKept() {
        var aftercare = ACase.reported().granted();

        right(aftercare, "HELP");

        assertThat(Database.asSuperuser("cases")
                        .count("from audit_line where action = 'ask-right-to-contact' and object = '" + aftercare.id()
                                + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?purpose=", "?purpose=ADVERTISING", "?purpose=help"})
    void withoutAPurposeNothingIsTold(String query) {
        isProblem(ACase.reported().get("/right-to-contact" + query), 400);
    }

    @Test
    void nobodyElseAsks() {
        var path = "/v1/cases/" + ACase.reported().granted().id() + "/right-to-contact?purpose=HELP";

        isProblem(given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager")).get(path), 403);
        isProblem(given().auth().oauth2(Tokens.client("police-feed")).get(path), 403);
    }

    private static JsonPath right(ACase aftercare, String purpose) {
        return aftercare.get("/right-to-contact?purpose=" + purpose).jsonPath();
    }
}
