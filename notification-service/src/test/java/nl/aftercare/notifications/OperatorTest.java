package nl.aftercare.notifications;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.OperatorRules;
import nl.aftercare.testing.TestServers;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class OperatorTest extends OperatorRules {
    OperatorTest() {
        super("notification-service", "notifications");
    }
}
