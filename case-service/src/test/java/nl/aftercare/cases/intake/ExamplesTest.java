package nl.aftercare.cases.intake;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.caseId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.UUID;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of each feed message in the published document is a message that is taken. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"RobberyReport, /v1/robbery-reports", "RobberyUpdate, /v1/robbery-updates"})
    void whatThePoliceCanSendIsTaken(String schema, String path) throws IOException {
        var example = example(schema).put("reference", "EXAMPLE-" + UUID.randomUUID());

        assertThat(post(path, "police-feed", example)).isBetween(200, 299);
    }

    @Test
    void whatSlachtofferhulpCanSendIsTaken() throws IOException {
        var example = example("VictimContact").put("caseId", caseId(aReport().send()));

        assertThat(post("/v1/victim-contacts", "victim-support-feed", example)).isEqualTo(200);
    }

    private static ObjectNode example(String schema) throws IOException {
        var document = JSON.readTree(given().get("/v1/openapi.json").asString());
        var example = document.at("/components/schemas/" + schema + "/examples/0");
        return (ObjectNode) (example.isTextual() ? JSON.readTree(example.asText()) : example);
    }

    private static int post(String path, String feed, JsonNode body) {
        return given().auth()
                .oauth2(Tokens.client(feed))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post(path)
                .statusCode();
    }
}
