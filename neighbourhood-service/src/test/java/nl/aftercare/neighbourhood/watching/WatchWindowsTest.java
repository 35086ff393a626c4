package nl.aftercare.neighbourhood.watching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** As if the days passed: what is due on a later day is made due today. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WatchWindowsTest {
    private static final Database STORED = Database.asSuperuser("neighbourhood");
    private static final Topic TOLD = new Topic("aftercare.neighbourhood.v1");
    private final UUID robberyId = UUID.randomUUID();

    @Test
    void whileNothingIsAgreedTheCoordinatorHearsTwiceInTimeAndOnceTooLate() {
        reported(LocalDate.now(DutchTime.ZONE));
        assertThat(clock()).containsExactly("TARGET_NEAR");

        dueToday();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(clock()).containsExactly("LIMIT_NEAR"));
        dueToday();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(clock()).containsExactly("BREACHED"));
        dueToday();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(clock()).isEmpty());

        var told = TOLD.await(4, robberyId);
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(told.stream().map(WatchWindowsTest::name))
                .containsExactly(
                        "neighbourhood-plan-opened",
                        "arrangement-window-nears",
                        "arrangement-window-nears",
                        "arrangement-window-breached");
    }

    @Test
    void whenNoMeetingIsNeededTheClockStopsInSilence() {
        reported(LocalDate.now(DutchTime.ZONE));
        var plan = STORED.column("select id from neighbourhood_plan where robbery_id = '" + robberyId + "'")
                .getFirst();
        var recorded = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "status",
                        "NOT_NEEDED",
                        "on",
                        LocalDate.now(DutchTime.ZONE).toString(),
                        "reason",
                        "NO_PARTNER"))
                .put("/v1/neighbourhood-plans/" + plan + "/actions/arrange-residents-meeting");
        assertThat(recorded.statusCode()).isEqualTo(200);

        dueToday();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(clock()).isEmpty());
        assertThat(TOLD.await(2, robberyId).stream().map(WatchWindowsTest::name))
                .containsExactly("neighbourhood-plan-opened", "neighbourhood-action-recorded");
    }

    @Test
    void ofARobberyThatIsReportedAfterItsLimitNobodyIsWarned() {
        reported(LocalDate.now(DutchTime.ZONE).minusDays(30));

        assertThat(clock()).isEmpty();
    }

    @Test
    void aCorrectedDateWindsTheClockAgain() {
        reported(LocalDate.now(DutchTime.ZONE).minusDays(30));

        Event.of("cases", "robbery-changed")
                .with("robberyId", robberyId)
                .with("occurredOn", LocalDate.now(DutchTime.ZONE).toString())
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(clock()).containsExactly("TARGET_NEAR"));
    }

    @Test
    void aCorrectedDateThatPutsTheLimitInThePastIsABreach() {
        reported(LocalDate.now(DutchTime.ZONE));

        Event.of("cases", "robbery-changed")
                .with("robberyId", robberyId)
                .with("occurredOn", LocalDate.now(DutchTime.ZONE).minusDays(30).toString())
                .send();

        var told = TOLD.await(2, robberyId);
        assertThat(told.stream().map(WatchWindowsTest::name))
                .containsExactly("neighbourhood-plan-opened", "arrangement-window-breached");
    }

    @Test
    void thatNothingWillBeAgreedInTimeIsToldDaysBeforeAndOnce() {
        // a partner takes five days to answer, and there are four left
        reported(LocalDate.now(DutchTime.ZONE).minusDays(17));
        var told = TOLD.await(2, robberyId);
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(told.stream().map(WatchWindowsTest::name)).contains("arrangement-window-at-risk");

        STORED.change("update plan_clock set foreseen_on = current_date - 1 where plan_id ="
                + " (select id from neighbourhood_plan where robbery_id = '" + robberyId + "')");

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.count("from plan_clock where foreseen_on = current_date and plan_id ="
                                + " (select id from neighbourhood_plan where robbery_id = '" + robberyId + "')"))
                .isEqualTo(1));
        assertThat(TOLD.await(2, robberyId).stream()
                        .map(WatchWindowsTest::name)
                        .filter("arrangement-window-at-risk"::equals))
                .hasSize(1);
    }

    @Test
    void whileThereIsTimeNobodyIsToldThatThereIsNot() {
        reported(LocalDate.now(DutchTime.ZONE).minusDays(15));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.count("from plan_clock where foreseen_on = current_date and plan_id ="
                                + " (select id from neighbourhood_plan where robbery_id = '" + robberyId + "')"))
                .isEqualTo(1));
        assertThat(STORED.column(
                        "select told_at_risk::text from plan_clock where told_at_risk is not null and plan_id ="
                                + " (select id from neighbourhood_plan where robbery_id = '" + robberyId + "')"))
                .isEmpty();
    }

    private void reported(LocalDate occurredOn) {
        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .with("kind", "RESIDENTIAL")
                .with("occurredOn", occurredOn.toString())
                .send();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.count("from neighbourhood_plan where robbery_id = '" + robberyId + "'"))
                .isEqualTo(1));
    }

    private void dueToday() {
        STORED.change("update plan_clock set due_on = current_date where plan_id ="
                + " (select id from neighbourhood_plan where robbery_id = '" + robberyId + "')");
    }

    private List<String> clock() {
        return STORED.column("select moment from plan_clock join neighbourhood_plan p on p.id = plan_id"
                + " where p.robbery_id = '" + robberyId + "'");
    }

    private static String name(ConsumerRecord<String, byte[]> told) {
        return Topic.header(told, "ce_type").replaceFirst(".*\\.([a-z-]+)\\.v1$", "$1");
    }
}
