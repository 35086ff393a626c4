package nl.aftercare.neighbourhood;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.aftercare.testing.OperatorRules;
import nl.aftercare.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OperatorTest extends OperatorRules {
    OperatorTest() {
        super("neighbourhood-service", "neighbourhood");
    }
}
