package nl.aftercare.neighbourhood.tasks;

import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Every action of the two tables is a task with an owner, a clock and the sentence that it comes from. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TaskResourceTest {
    private final LocalDate today = LocalDate.now(DutchTime.ZONE);

    @Test
    void allActionsOfTheRobberyAreTasksUntilTheyAreDone() {
        var robbery = reported("LOW", today);
        assertThat(tasks(robbery)).hasSize(6).allSatisfy(task -> assertThat((String) task.get("source"))
                .isNotBlank());

        robbery.put("/actions/inform-entrepreneurs", Map.of("status", "DONE", "on", today.toString()));

        assertThat(tasks(robbery))
                .extracting(task -> task.get("action"))
                .hasSize(5)
                .doesNotContain("inform-entrepreneurs");
    }

    @Test
    void whatIsLateComesFirstAndMuchUnrestMakesUrgent() {
        var calm = reported("LOW", today);
        var unrest = reported("HIGH", today);
        var late = reported("LOW", today.minusDays(8));

        assertThat(priority(calm, "talk-to-business-association")).isEqualTo("SOON");
        assertThat(priority(calm, "arrange-information-meeting")).isEqualTo("LATER");
        assertThat(priority(unrest, "talk-to-business-association")).isEqualTo("NOW");
        assertThat(priority(unrest, "arrange-information-meeting")).isEqualTo("SOON");
        assertThat(priority(late, "talk-to-business-association")).isEqualTo("NOW");
        var all = all("/v1/neighbourhood-tasks");
        assertThat(all).extracting(task -> order((String) task.get("priority"))).isSorted();
    }

    @Test
    void aTaskIsGivenToSomebodyWhoThenFindsIt() {
        var robbery = reported("LOW", today);
        var path = "/actions/arrange-information-meeting/owner";
        var me = Tokens.subject("coordinator");

        assertThat(robbery.put(path, Map.of("person", me)).statusCode()).isEqualTo(200);

        assertThat(all("/v1/neighbourhood-tasks?mine=true"))
                .filteredOn(task -> task.get("planId").equals(robbery.plan()))
                .extracting(task -> task.get("action"))
                .containsExactly("arrange-information-meeting");
        assertThat(robbery.shown().getList("actions.owner")).contains(me);
        assertThat(robbery.put(path, Map.of()).statusCode()).isEqualTo(200);
        assertThat(robbery.shown().getList("actions.owner")).doesNotContain(me);
    }

    @Test
    void anActionOfAnotherKindOfRobberyIsGivenToNobody() {
        var robbery = reported("LOW", today);
        var owner = Map.of("person", "iemand");

        isProblem(robbery.put("/actions/inform-residents/owner", owner), 409);
        isProblem(robbery.put("/actions/sing-a-song/owner", owner), 404);
        isProblem(robbery.put("/actions/inform-entrepreneurs/owner", Map.of("person", "met spatie")), 400);
        isProblem(
                Reported.put(
                        "coordinator-klein-buiten",
                        robbery.path() + "/actions/inform-entrepreneurs/owner",
                        owner,
                        "\"0\""),
                404);
    }

    @Test
    void nobodySeesTheTasksOfAnotherMunicipality() {
        var robbery = reported("LOW", today);

        List<Map<String, Object>> elsewhere = Reported.read("coordinator-klein-buiten", "/v1/neighbourhood-tasks")
                .jsonPath()
                .getList("tasks");

        assertThat(elsewhere).extracting(task -> task.get("planId")).doesNotContain(robbery.plan());
    }

    private static Reported reported(String unrest, LocalDate occurredOn) {
        return Reported.robbery(Map.of("kind", "COMMERCIAL", "unrest", unrest, "occurredOn", occurredOn.toString()));
    }

    private static int order(String priority) {
        return List.of("NOW", "SOON", "LATER").indexOf(priority);
    }

    private static Object priority(Reported robbery, String action) {
        return tasks(robbery).stream()
                .filter(task -> task.get("action").equals(action))
                .findFirst()
                .orElseThrow()
                .get("priority");
    }

    private static List<Map<String, Object>> tasks(Reported robbery) {
        return all("/v1/neighbourhood-tasks").stream()
                .filter(task -> task.get("planId").equals(robbery.plan()))
                .toList();
    }

    private static List<Map<String, Object>> all(String path) {
        return Reported.read("coordinator", path).jsonPath().getList("tasks");
    }
}
