package nl.aftercare.cases.timeline;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.ACase;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.offers.OfferEvent;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

/** One journey per robbery, built from the events of all four services, each step with its reason. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TimelineTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @Test
    void theJourneyOfACaseIsToldInOrderWithReasons() {
        var aftercare =
                ACase.reported().granted().willing().visited().evaluated().closed();
        var robbery = UUID.fromString(aftercare.robbery());
        Event.of("offers", "offer-composed").with("robberyId", robbery).send();
        Event.of("neighbourhood", "meeting-arranged").with("robberyId", robbery).send();
        Event.of("notifications", "message-sent").with("robberyId", robbery).send();

        var timeline =
                awaitSteps(aftercare, List.of("case-closed", "offer-composed", "meeting-arranged", "message-sent"));

        assertThat(timeline.getList("steps.event", String.class))
                .containsSubsequence(
                        "robbery-reported",
                        "aftercare-decided",
                        "visit-willingness-recorded",
                        "first-visit-held",
                        "case-evaluated",
                        "case-closed");
        assertThat(timeline.getList("steps.service", String.class))
                .contains("CASES", "OFFERS", "NEIGHBOURHOOD", "NOTIFICATIONS");
        assertThat(timeline.getList("steps.text", String.class))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(timeline.getList("steps.reason", String.class))
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(timeline.getString("steps[0].text"))
                .isEqualTo("De politie heeft een bedrijfsoverval gemeld van 2 maart 2026. Bekende slachtoffers: 1.");
    }

    @Test
    void everyEventThatAnyServiceTellsIsAStepWithATextAndAReason() {
        var aftercare = ACase.reported();
        var robbery = UUID.fromString(aftercare.robbery());
        var events = Stream.of(CaseEvent.TYPES, OfferEvent.TYPES, NeighbourhoodEvent.TYPES, NotificationEvent.TYPES)
                .flatMap(types -> types.keySet().stream())
                .map(type -> type.split("\\."))
                .toList();
        for (var type : events) {
            var event = Event.of(type[2], type[3]).with("robberyId", robbery);
            // of another victim: it takes out what was told of its own, also when a service that is tested at the same
            // time answers it
            (type[3].equals("offer-data-erased") || type[3].equals("personal-data-erased")
                            ? event.with("caseId", UUID.randomUUID())
                            : event)
                    .send();
        }

        var timeline =
                awaitSteps(aftercare, events.stream().map(type -> type[3]).toList());

        assertThat(timeline.getList("steps.text", String.class))
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void anEventThatComesTwiceIsOneStep() {
        var aftercare = ACase.reported();
        var event = Event.of("offers", "offer-composed").with("robberyId", UUID.fromString(aftercare.robbery()));
        event.send();
        event.send();
        Event.of("offers", "offer-composed")
                .with("robberyId", UUID.fromString(aftercare.robbery()))
                .with("revision", 2)
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        get("coordinator", aftercare).jsonPath().getList("steps.text", String.class))
                .anyMatch(text -> text.startsWith("Het aanbod is aangepast")));
        assertThat(STORED.count("from timeline_step where id = '" + event.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void theJourneyOfAnotherMunicipalityIsNotFound() {
        var aftercare = ACase.reported();

        isProblem(get("coordinator-klein-buiten", aftercare), 404);
        isProblem(get("operator", aftercare), 403);
        isProblem(get("coordinator-new", aftercare), 403);
    }

    @Test
    void aStepIsNeverChanged() {
        assertThat(STORED.column(
                        "select privilege_type from information_schema.role_table_grants where grantee = 'cases_service'"
                                + " and table_name = 'timeline_step'"))
                .containsExactlyInAnyOrder("SELECT", "INSERT", "DELETE");
    }

    /** Waits for these events; another service that is tested at the same time may tell more. */
    private static JsonPath awaitSteps(ACase aftercare, List<String> events) {
        return await().atMost(Topic.PATIENCE)
                .until(
                        () -> get("coordinator", aftercare).jsonPath(),
                        found -> found.getList("steps.event", String.class).containsAll(events));
    }

    private static Response get(String user, ACase aftercare) {
        return given().auth().oauth2(Tokens.user(user)).get("/v1/robberies/" + aftercare.robbery() + "/timeline");
    }
}
