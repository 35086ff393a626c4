package nl.aftercare.neighbourhood.holding;

import static nl.aftercare.neighbourhood.Reported.post;
import static nl.aftercare.neighbourhood.Reported.put;
import static nl.aftercare.neighbourhood.Reported.read;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first step to the evaluation, in numbers only. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WorkResourceTest {
    private Reported robbery;

    @BeforeEach
    void aMeetingThatWas() {
        robbery = Reported.robbery(Map.of("kind", "COMMERCIAL", "occurredOn", "2026-03-02"));
        var partner = post(
                        "coordinator",
                        "/v1/partners",
                        Map.of(
                                "municipality", "9901",
                                "kind", "BUSINESS_ASSOCIATION",
                                "name", "Voorbeeldvereniging",
                                "contactName", "Contact Voorbeeld",
                                "email", "partner@voorbeeld.example"))
                .jsonPath()
                .getString("id");
        var venue = post(
                        "coordinator",
                        "/v1/venues",
                        Map.of(
                                "municipality", "9901",
                                "name", "Buurthuis Voorbeeld",
                                "address", "Voorbeeldplein 1",
                                "capacity", 60))
                .jsonPath()
                .getString("id");
        robbery.put(
                "/arrangement",
                Map.of(
                        "partnerId",
                        partner,
                        "agreedOn",
                        "2026-03-26",
                        "startsAt",
                        "2026-04-02T19:30:00+02:00",
                        "venueId",
                        venue));
    }

    @Test
    void theStepPlanHasElevenStepsWithTheirDaysAndAProgramme() {
        var work = work();

        assertThat(work.getList("steps")).hasSize(11);
        assertThat(work.getString("steps.find { it.step == 'send-invitations' }.dueOn"))
                .isEqualTo("2026-03-26");
        assertThat(work.getString("steps.find { it.step == 'agree-date-with-partners' }.status"))
                .isEqualTo("DONE");
        assertThat(work.getList("programme", String.class)).anyMatch(item -> item.contains("Keurmerk"));
    }

    @Test
    void whoSignsUpBeyondTheHallIsCountedAsWithoutASeat() {
        change("/meeting/sign-ups", Map.of("signedUp", 75));

        assertThat(work().getInt("capacity")).isEqualTo(60);
        assertThat(work().getInt("withoutSeat")).isEqualTo(15);
    }

    @Test
    void howItWentIsToldOnceAndCountsInTheFigures() {
        change("/meeting/steps/book-venue", Map.of("status", "DONE", "on", "2026-03-27"));
        var before = figures().getInt("figures.find { it.municipality == '9901' }.attended");
        change("/meeting/outcome", Map.of("attended", 48, "orders", Map.of("SKIM_SAFE", 3)));
        change("/meeting/outcome", Map.of("attended", 48, "evaluation", Map.of("forms", 31, "gradeTimesTen", 76)));

        assertThat(work().getString("steps.find { it.step == 'evaluation-forms' }.status"))
                .isEqualTo("DONE");
        assertThat(figures().getInt("figures.find { it.municipality == '9901' }.attended"))
                .isGreaterThanOrEqualTo(before + 48);
        var told = new Topic("aftercare.neighbourhood.v1").await(4, robbery.robberyId());
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(told).hasSize(4);
        assertThat(Topic.header(told.getLast(), "ce_type")).endsWith("meeting-held.v1");
        isProblem(change("/meeting/sign-ups", Map.of("signedUp", 1)), 409);
    }

    @Test
    void whyItWasTooLateIsKeptAndCounted() {
        assertThat(robbery.shown().getString("standing")).isEqualTo("AGREED_LATE");

        assertThat(robbery.put("/breach-reason", Map.of("reason", "NO_DATE_SUITED"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(robbery.shown().getString("breachReason")).isEqualTo("NO_DATE_SUITED");
        assertThat(figures().getInt("figures.find { it.municipality == '9901' }.breachReasons.NO_DATE_SUITED"))
                .isPositive();
        var inTime = Reported.robbery(
                Map.of("occurredOn", LocalDate.now(DutchTime.ZONE).toString()));
        isProblem(inTime.put("/breach-reason", Map.of("reason", "NO_TIME")), 409);
        isProblem(robbery.put("/breach-reason", Map.of("reason", "NO_REASON")), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/meeting/steps/book-venue | {\"status\":\"DONE\",\"on\":\"2999-01-01\"} | 400",
                "/meeting/steps/book-venue | {\"status\":\"DONE\",\"on\":\"2100-01-01\"} | 409",
                "/meeting/steps/book-venue | {\"status\":\"DONE\"} | 400",
                "/meeting/steps/hold-meeting | {\"status\":\"DONE\",\"on\":\"2026-04-02\"} | 409",
                "/meeting/steps/dance | {\"status\":\"DONE\",\"on\":\"2026-04-02\"} | 404",
                "/meeting/sign-ups | {\"signedUp\":-1} | 400",
                "/meeting/sign-ups | {\"names\":[\"A\"]} | 400",
                "/meeting/outcome | {\"attended\":1,\"orders\":{\"DOG\":1}} | 400",
                "/meeting/outcome | {\"attended\":1,\"orders\":{\"DOOR_VIEWER\":0}} | 400",
                "/meeting/outcome | {\"attended\":1,\"evaluation\":{\"forms\":1,\"gradeTimesTen\":101}} | 400",
                "/meeting/outcome | {} | 400"
            })
    void whatMakesNoSenseIsRefused(String what, String body, int status) {
        isProblem(change(what, body), status);
    }

    @Test
    void onlyTheCoordinatorOfTheMunicipalityWorksOnItAndOnTheVersionThatWasSeen() {
        var path = robbery.path() + "/meeting/sign-ups";
        change("/meeting/sign-ups", Map.of("signedUp", 5));

        isProblem(put("coordinator", path, Map.of("signedUp", 6), "\"0\""), 412);
        isProblem(put("coordinator", path, Map.of("signedUp", 6), null), 428);
        isProblem(put("manager", path, Map.of("signedUp", 6), "\"0\""), 403);
        isProblem(put("coordinator-klein-buiten", path, Map.of("signedUp", 6), "\"0\""), 404);
        isProblem(read("coordinator-klein-buiten", robbery.path() + "/meeting/work"), 404);
        assertThat(Database.asService("neighbourhood").count("from meeting_work"))
                .isZero();
    }

    private Response change(String what, Object body) {
        var etag = read("coordinator", robbery.path() + "/meeting/work").header("ETag");
        return put("coordinator", robbery.path() + what, body, etag);
    }

    private JsonPath work() {
        return read("coordinator", robbery.path() + "/meeting/work").jsonPath();
    }

    private static JsonPath figures() {
        return read("manager", "/v1/window-figures?from=2026-01-01").jsonPath();
    }
}
