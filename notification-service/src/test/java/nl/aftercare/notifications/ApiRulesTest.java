package nl.aftercare.notifications;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.ApiRules;
import nl.aftercare.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class ApiRulesTest extends ApiRules {
    ApiRulesTest() {
        super("/v1/messages");
    }
}
