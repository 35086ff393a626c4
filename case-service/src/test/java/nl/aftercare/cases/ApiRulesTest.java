package nl.aftercare.cases;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.aftercare.testing.ApiRules;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApiRulesTest extends ApiRules {
    ApiRulesTest() {
        super("/v1/robberies");
    }

    @Test
    void anIdOfTheWrongFormIsABadRequest() {
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get("/v1/robberies/not-an-id"), 400);
    }
}
