package nl.aftercare.cases.reading;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.robberyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PagingTest {

    @Test
    void pagesAreStableWhileNewRobberiesComeIn() {
        var reported =
                Stream.generate(() -> robberyId(aReport().send())).limit(5).toList();

        var found = new ArrayList<String>();
        var page = page("pageSize=2");
        found.addAll(page.getList("items.id"));
        while (!found.containsAll(reported)) {
            aReport().send();
            page = page("pageSize=2&cursor=" + page.getString("nextCursor"));
            found.addAll(page.getList("items.id"));
        }

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.subList(0, 5)).containsExactlyElementsOf(reported.reversed());
    }

    @Test
    void theLastPageHasNoNextOne() {
        aReport().with("municipality", "9902").send();

        var cursor = "";
        List<String> seen = new ArrayList<>();
        do {
            var page = given().auth()
                    .oauth2(Tokens.user("coordinator-klein-buiten"))
                    .get("/v1/robberies?pageSize=200" + cursor)
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).isNotEmpty().doesNotHaveDuplicates();
    }

    private static JsonPath page(String query) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/robberies?" + query)
                .jsonPath();
    }
}
