package nl.aftercare.cases;

import static nl.aftercare.cases.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OverloadTest {

    @Test
    void moreThanCanWaitIsTurnedAwayAtOnceAndNothingStaysBehind() throws Exception {
        Callable<Response> report = () -> aReport().send();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pool.invokeAll(Collections.nCopies(800, report)))
                    .extracting(Future::resultNow)
                    .extracting(Response::statusCode)
                    .contains(201)
                    .isSubsetOf(201, 503);
        }

        for (int i = 0; i < 40; i++) {
            assertThat(report.call().statusCode()).isEqualTo(201);
        }
    }
}
