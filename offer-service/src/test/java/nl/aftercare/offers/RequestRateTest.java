package nl.aftercare.offers;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

/** The same in every service: too many requests of one caller. */
@QuarkusTest
@TestProfile(RequestRateTest.FewRequests.class)
@QuarkusTestResource(TestServers.class)
class RequestRateTest {
    /** Tests may make any number otherwise. */
    public static final class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "aftercare.requests-per-minute",
                    "20",
                    // as behind the entrance of the chart
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.allow-x-forwarded",
                    "true");
        }
    }

    @Test
    void tooManyRequestsOfOneCallerAreRefusedAndOthersGoOn() {
        var refused = Stream.generate(() -> get("coordinator"))
                .limit(45)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        isProblem(refused, 429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(get("manager").statusCode()).isNotEqualTo(429);
    }

    @Test
    void behindTheEntranceACallerIsWhomTheEntranceNames() {
        assertThat(Stream.generate(() -> from("192.0.2.1")).limit(45).anyMatch(answer -> answer.statusCode() == 429))
                .isTrue();

        assertThat(from("198.51.100.7").statusCode()).isEqualTo(401);
        await().atMost(Topic.PATIENCE)
                .until(() -> Database.asSuperuser("offers").count("from audit_line where origin = '198.51.100.7'") > 0);
    }

    private static Response from(String address) {
        return given().header("X-Forwarded-For", address).get("/v1/offers");
    }

    private static Response get(String user) {
        return given().auth().oauth2(Tokens.user(user)).get("/v1/offers");
    }
}
