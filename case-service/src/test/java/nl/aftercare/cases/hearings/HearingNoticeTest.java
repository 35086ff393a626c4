package nl.aftercare.cases.hearings;

import static nl.aftercare.cases.ACase.today;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import nl.aftercare.cases.ACase;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Gebruik maken van het spreekrecht": the prosecutor has to know before the hearing starts (T7). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HearingNoticeTest {
    private final String heard = today().toString();
    private final String hearing = today().plusDays(60).toString();

    @Test
    void aHearingAsksForANoticeAlsoWhenTheCaseWasClosed() {
        var aftercare = visited().evaluated().closed();
        hearing(aftercare);

        assertThat(aftercare.get("/hearing-notice").jsonPath().getString("explanation"))
                .startsWith("Vraag of het slachtoffer op de zitting wil spreken");
        assertThat(aftercare.nextAction()).isEqualTo("HEARING_NOTICE");

        var sent = aftercare.put("/hearing-notice", Map.of("result", "SENT", "on", today().toString()));

        assertThat(sent.jsonPath().getString("result")).isEqualTo("SENT");
        assertThat(sent.jsonPath().getString("source")).contains("spreekrecht");
        assertThat(aftercare.nextAction()).isNull();
        assertThat(aftercare.get("/track").jsonPath().getString("state")).isEqualTo("CLOSED");
        assertThat(aftercare.get("/subject-access/page").asString()).contains("de officier van justitie weet dit");
    }

    @Test
    void aVictimMayChangeTheirMind() {
        var aftercare = visited();
        hearing(aftercare);
        aftercare.put("/hearing-notice", Map.of("result", "NOT_WANTED", "on", today().toString()));

        assertThat(aftercare
                        .put("/hearing-notice", Map.of("result", "SENT", "on", today().toString()))
                        .jsonPath()
                        .getString("result"))
                .isEqualTo("SENT");
    }

    @Test
    void aHearingThatIsPutOffAsksAgainWhenItWasTooLate() {
        var aftercare = visited().evaluated().closed();
        hearing(aftercare);
        aftercare.put("/hearing-notice", Map.of("result", "TOO_LATE", "on", heard));
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-05T12:00:00Z")
                .with("hearingOn", today().plusDays(90).toString())
                .send();

        assertThat(aftercare.nextAction()).isEqualTo("HEARING_NOTICE");
    }

    @Test
    void whileThePoliceObjectTheVictimIsNotAsked() {
        var aftercare = visited();
        hearing(aftercare);
        anUpdate(aftercare.reference())
                .with("statedAt", "2026-03-05T12:00:00Z")
                .with("policeObjection", "YES")
                .send();

        refused(aftercare.put("/hearing-notice", Map.of("result", "SENT", "on", heard)), "police-object");
        assertThat(aftercare.nextAction()).isNotEqualTo("HEARING_NOTICE");
    }

    @Test
    void whatCannotBeIsRefused() {
        var unasked = ACase.reported().granted();
        hearing(unasked);
        refused(unasked.put("/hearing-notice", Map.of("result", "SENT", "on", today().toString())), "not-willing");

        var visited = visited();
        refused(visited.put("/hearing-notice", Map.of("result", "SENT", "on", today().toString())), "no-hearing");
        anUpdate(visited.reference()).with("hearingOn", "2026-03-20").send();
        refused(visited.put("/hearing-notice", Map.of("result", "SENT", "on", "2026-03-21")), "notice-after-hearing");
        refused(
                visited.put(
                        "/hearing-notice",
                        Map.of("result", "TOO_LATE", "on", today().plusDays(1).toString())),
                "notice-in-future");
        isProblem(visited.put("/hearing-notice", Map.of("result", "SENT", "on", "2026-03-20"), "\"0\""), 412);
    }

    @ParameterizedTest
    @CsvSource({"result, MAYBE", "on, morgen", "reason, x"})
    void aBadFieldIsNamed(String field, String value) {
        var aftercare = visited();
        hearing(aftercare);
        var notice = new TreeMap<>(Map.of("result", "SENT", "on", today().toString()));
        notice.put(field, value);

        var answer = aftercare.put("/hearing-notice", notice);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(field);
    }

    private static ACase visited() {
        return ACase.reported().granted().willing().visited();
    }

    private void hearing(ACase aftercare) {
        anUpdate(aftercare.reference())
                .with("solved", "YES")
                .with("hearingOn", hearing)
                .send();
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
