package nl.aftercare.cases.worklist;

import static io.restassured.RestAssured.given;
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
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A selection of the worklist that is used often has a name. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WorklistViewTest {
    private static final Map<String, Object> VIEW =
            Map.of("title", "Wat ik moet beslissen", "owner", "me", "nextAction", "DECIDE");
    private final String name = "view-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aViewLeadsToItsPartOfTheWorklist() {
        var waiting = ACase.reported();
        give(waiting.id());
        var elsewhere = ACase.reported(Map.of("policeObjection", "UNKNOWN"));
        give(elsewhere.id());
        save(name, VIEW);

        var view = named(name);
        var worklist = get(view.get("worklist") + "&pageSize=200").jsonPath();

        assertThat(view).containsEntry("title", "Wat ik moet beslissen");
        assertThat(worklist.getList("items.nextAction", String.class)).containsOnly("DECIDE");
        assertThat(worklist.getList("items.owner", String.class)).containsOnly(Tokens.subject("coordinator"));
    }

    @Test
    void aViewIsReplacedAndRemovedByItsName() {
        save(name, VIEW);
        save(name, Map.of("title", "Van niemand", "owner", "nobody"));
        assertThat(named(name)).containsEntry("title", "Van niemand").containsEntry("nextAction", null);

        assertThat(remove(name).statusCode()).isEqualTo(204);
        assertThat(remove(name).statusCode()).isEqualTo(204);

        assertThat(named(name)).isNull();
    }

    @Test
    void aViewIsOfItsMunicipalityAlone() {
        save(name, VIEW);

        var elsewhere = given().auth().oauth2(Tokens.user("coordinator-klein-buiten"));
        assertThat(elsewhere.get("/v1/worklist-views").jsonPath().getList("name", String.class))
                .doesNotContain(name);
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-klein-buiten"))
                        .delete("/v1/worklist-views/9901/" + name),
                403);
        assertThat(named(name)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"title, ' '", "owner, two words", "urgency, NOW", "nextAction, SLEEP", "colour, red"})
    void aBadFieldIsNamed(String field, String value) {
        var view = new TreeMap<>(VIEW);
        view.put(field, value);

        var answer = save(name, view);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    @Test
    void aBadNameIsNamed() {
        isProblem(save("Hoofdletters", VIEW), 400);
        isProblem(remove("Hoofdletters"), 400);
        isProblem(get("/v1/worklist?nextAction=SLEEP"), 400);
    }

    private static void give(String caseId) {
        given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(Map.of("person", Tokens.subject("coordinator")))
                .put("/v1/cases/" + caseId + "/owner");
    }

    private static Response save(String name, Map<String, Object> view) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(view)
                .put("/v1/worklist-views/9901/" + name);
    }

    private static Response remove(String name) {
        return given().auth().oauth2(Tokens.user("coordinator")).delete("/v1/worklist-views/9901/" + name);
    }

    private static Map<String, Object> named(String name) {
        List<Map<String, Object>> views = get("/v1/worklist-views").jsonPath().getList("");
        return views.stream()
                .filter(view -> view.get("name").equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path);
    }
}
