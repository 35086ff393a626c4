package nl.aftercare.notifications.reconciling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

/** Promised is ended, or with a person, or underway; and what would be forgotten is found. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class ReconciliationTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();

    @Inject
    MeterRegistry meters;

    @Test
    void everyPromisedMessageIsCountedOnce() {
        var before = reconciliation();
        Event.of("cases", "first-visit-held")
                .with("robberyId", robberyId)
                .with("caseId", UUID.randomUUID())
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() ->
                        assertThat(reconciliation().getLong("withPeople")).isGreaterThan(before.getLong("withPeople")));

        var after = reconciliation();

        assertThat(after.getLong("promised"))
                .isEqualTo(after.getLong("ended")
                        + after.getLong("withPeople")
                        + after.getLong("planned")
                        + after.getLong("underway"));
        assertThat(after.getLong("promised")).isGreaterThan(before.getLong("promised"));
    }

    @Test
    void whatWaitsInNoQueueIsFoundAndSent() {
        OwningServices.UNKNOWN.add("9902");
        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9902")
                .send();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo("WAITING"));
        STORED.change("delete from delivery_queue where message_id in" + " (select id from message where robbery_id = '"
                + robberyId + "')");
        OwningServices.UNKNOWN.clear();

        STORED.change("select requeue_forgotten()");

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo("SENT"));
    }

    @Test
    void whoOperatesTheSuiteSeesTheCountOfEveryState() {
        Event.of("cases", "first-visit-held")
                .with("robberyId", robberyId)
                .with("caseId", UUID.randomUUID())
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        meters.find("aftercare.messages").gauges())
                .extracting(gauge -> gauge.getId().getTag("state"))
                .containsAll(STORED.column("select distinct lower(replace(state, '_', '-')) from message")));
        assertThat(meters.get("aftercare.messages.unaccounted").gauge().value()).isNotNegative();
    }

    private String state() {
        return STORED.column("select state from message where robbery_id = '" + robberyId + "'").stream()
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private static JsonPath reconciliation() {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/message-reconciliation")
                .jsonPath();
    }
}
