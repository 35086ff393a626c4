package nl.aftercare.cases.assessing;

import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed: "Wil je tijdens het bezoek aan het slachtoffer de hulpvraag verdiepen". */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SupportNeedTest {

    @Test
    void theQuestionsFitTheKindOfRobberyAndNameTheirSource() {
        var business = ACase.reported().get("/support-need").jsonPath();
        var home = ACase.reported(Map.of("kind", "RESIDENTIAL"))
                .get("/support-need")
                .jsonPath();

        assertThat(business.getList("questions.fact", String.class))
                .contains("homeInsecure", "cashHandled")
                .doesNotContain("tenure");
        assertThat(home.getList("questions.fact", String.class))
                .contains("tenure", "entrepreneur", "helpWithForms")
                .doesNotContain("cashHandled");
        assertThat(home.getList("questions.source", String.class))
                .contains("Stel vast of het een huur- of koopwoning betreft.");
        assertThat(business.getList("checklist")).hasSize(4);
        assertThat(business.getString("answers.homeInsecure")).isEqualTo("UNKNOWN");
    }

    @Test
    void theAnswersAreToldAsPromisedAndOnce() {
        var aftercare = ACase.reported().granted().willing();

        var first = aftercare.put("/support-need", answers());
        var again = aftercare.put("/support-need", answers());

        assertThat(first.jsonPath().getString("answers.tenure")).isEqualTo("RENTED");
        assertThat(again.asString()).isEqualTo(first.asString());
        // reported, decided, willing, assessed
        var told = new Topic("aftercare.cases.v1").await(4, UUID.fromString(aftercare.robbery()));
        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .filteredOn(message -> Topic.header(message, "ce_type").endsWith("support-need-assessed.v1"))
                .hasSize(1);
    }

    @Test
    void g3AVictimWhoDidNotSayYesIsNotAsked() {
        var answer = ACase.reported().granted().put("/support-need", answers());

        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith("not-willing");
    }

    @ParameterizedTest
    @CsvSource({"tenure, CARAVAN", "hardship, MAYBE", "cashHandled,", "remarks, x"})
    void aBadFieldIsNamed(String field, String value) {
        var answers = new HashMap<String, Object>(answers());
        answers.put(field, value);

        var answer = ACase.reported().put("/support-need", answers);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    private static Map<String, String> answers() {
        return Map.of(
                "homeInsecure", "YES",
                "entrepreneur", "YES",
                "tenure", "RENTED",
                "hardship", "NO",
                "cashHandled", "YES",
                "helpWithForms", "UNKNOWN",
                "talkWithOffender", "NO");
    }
}
