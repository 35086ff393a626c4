package nl.aftercare.cases;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CoordinatorTest {

    @Test
    void theCoordinatorOfAMunicipalityCanBeSetAndReplaced() {
        put("9901", "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\"}");
        put("9901", "{\"name\":\"Tweede Voorbeeld\",\"email\":\"twee@voorbeeld.example\"}");

        assertThat(get(Tokens.user("coordinator"), "9901").jsonPath().getString("email"))
                .isEqualTo("twee@voorbeeld.example");
    }

    @Test
    void theManagerWhoHearsOfAMissedTermIsKeptWithIt() {
        put(
                "9901",
                "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\","
                        + "\"manager\":{\"name\":\"Manager Voorbeeld\",\"email\":\"manager@voorbeeld.example\"}}");

        assertThat(get(Tokens.user("coordinator"), "9901").jsonPath().getString("manager.email"))
                .isEqualTo("manager@voorbeeld.example");
        isProblem(
                put("9901", "{\"name\":\"A\",\"email\":\"a@b.example\",\"manager\":{\"name\":\"\",\"email\":\"x\"}}"),
                400);
    }

    @Test
    void settingAndReadingACoordinatorLeavesItsLines() {
        put("9901", "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\"}");
        get(Tokens.user("coordinator"), "9901");

        var audit = Database.asSuperuser("cases").column("select action from audit_line order by id desc limit 2");
        assertThat(audit).containsExactly("read-coordinator", "set-coordinator");
    }

    @Test
    void aServiceOfTheSuiteMustNameTheMunicipalityItAsksFor() {
        put("9901", "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\"}");
        var service = Tokens.client("notification-service");

        isProblem(get(service, "9901"), 404);
        assertThat(get(service, "9901?municipality=9901").statusCode()).isEqualTo(200);
        isProblem(get(service, "9901?municipality=9902"), 404);
    }

    @Test
    void anotherMunicipalitysCoordinatorCannotBeSetOrRead() {
        isProblem(put("9902", "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\"}"), 403);
        isProblem(get(Tokens.user("coordinator"), "9902"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"email\":\"\"}",
                "{\"name\":1,\"email\":2}",
                "{\"name\":null,\"email\":\"x\"}"
            })
    void bothFieldsAreNamedWhenBothAreWrong(String body) {
        var answer = put("9901", body);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactlyInAnyOrder("name", "email");
    }

    @Test
    void aCodeThatIsNoMunicipalityIsABadRequest() {
        isProblem(put("x", "{\"name\":\"Eerste Voorbeeld\",\"email\":\"een@voorbeeld.example\"}"), 400);
    }

    private static Response put(String municipality, String body) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/coordinators/" + municipality);
    }

    private static Response get(String token, String municipality) {
        return given().auth().oauth2(token).get("/v1/coordinators/" + municipality);
    }
}
