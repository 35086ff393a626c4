package nl.aftercare.neighbourhood;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.aftercare.testing.ApiRules;
import nl.aftercare.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ApiRulesTest extends ApiRules {
    ApiRulesTest() {
        super("/v1/neighbourhood-plans");
    }
}
