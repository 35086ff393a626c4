package nl.aftercare.neighbourhood.settings;

import static nl.aftercare.neighbourhood.Reported.put;
import static nl.aftercare.neighbourhood.Reported.read;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window runs from what the municipality said beforehand. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SettingsResourceTest {
    private static final String PATH = "/v1/neighbourhood-settings/9909";

    @AfterEach
    void asUsual() {
        settle("ROBBERY");
    }

    @Test
    void whereNothingWasSettledTheWindowRunsFromTheRobbery() {
        assertThat(read("coordinator", "/v1/neighbourhood-settings/9901")
                        .jsonPath()
                        .getString("anchor"))
                .isEqualTo("ROBBERY");
    }

    @Test
    void fromTheReportTheWindowStaysWhereItIsWhenTheDateOfTheRobberyIsCorrected() {
        settle("REPORT");
        var reported = reported();
        assertThat(limitOn(reported)).isEqualTo("2026-03-26");

        changed(reported, "2026-03-01");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(plan(reported, "robbedOn")).isEqualTo("2026-03-01"));
        assertThat(limitOn(reported)).isEqualTo("2026-03-26");
        assertThat(plan(reported, "reason")).contains("gemeld op 5 maart 2026");
    }

    @Test
    void fromTheDecisionTheFirstOneThatGrantsAftercareCounts() {
        settle("DECISION");
        var reported = reported();
        assertThat(limitOn(reported)).isEqualTo("2026-03-26");

        decided(reported, "WITHHELD", "2026-03-06");
        decided(reported, "GRANTED_WITH_VISIT", "2026-03-09");
        decided(reported, "GRANTED_WITH_VISIT", "2026-03-20");
        changed(reported, "2026-03-01");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(plan(reported, "robbedOn")).isEqualTo("2026-03-01"));
        assertThat(limitOn(reported)).isEqualTo("2026-03-30");
    }

    @Test
    void onlyTheManagerOfTheMunicipalitySettlesItAndNobodyOverwritesAnother() {
        var body = Map.of("anchor", "REPORT", "meetingWithinDays", 30);

        isProblem(put("coordinator", "/v1/neighbourhood-settings/9901", body, "\"0\""), 403);
        isProblem(put("manager-nieuwestad", "/v1/neighbourhood-settings/9901", body, "\"0\""), 403);
        isProblem(put("manager-nieuwestad", PATH, body, null), 428);
        isProblem(put("manager-nieuwestad", PATH, body, "\"999999\""), 412);
        isProblem(read("coordinator", PATH), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"anchor\":\"NEVER\",\"meetingWithinDays\":42}",
                "{\"anchor\":\"REPORT\",\"meetingWithinDays\":20}",
                "{\"anchor\":\"REPORT\",\"meetingWithinDays\":121}",
                "{\"anchor\":\"REPORT\"}",
                "{\"meetingWithinDays\":42}",
                "{\"anchor\":\"REPORT\",\"meetingWithinDays\":\"42\"}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        isProblem(put("manager-nieuwestad", PATH, body, "\"0\""), 400);
    }

    private static void settle(String anchor) {
        var etag = read("manager-nieuwestad", PATH).header("ETag");
        var answer = put("manager-nieuwestad", PATH, Map.of("anchor", anchor, "meetingWithinDays", 42), etag);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Reported reported() {
        return Reported.robbery("9909", Map.of("occurredOn", "2026-03-02", "reportedAt", "2026-03-05T09:00:00Z"));
    }

    private static void changed(Reported reported, String occurredOn) {
        Event.of("cases", "robbery-changed")
                .with("robberyId", reported.robberyId())
                .with("occurredOn", occurredOn)
                .header("ce_municipality", "9909")
                .send();
    }

    private static void decided(Reported reported, String result, String on) {
        Event.of("cases", "aftercare-decided")
                .with("robberyId", reported.robberyId())
                .with("caseId", UUID.randomUUID())
                .with("result", result)
                .with("decidedOn", on)
                .header("ce_municipality", "9909")
                .send();
    }

    private static String limitOn(Reported reported) {
        return plan(reported, "limitOn");
    }

    private static String plan(Reported reported, String field) {
        return read("manager-nieuwestad", reported.path()).jsonPath().getString(field);
    }
}
