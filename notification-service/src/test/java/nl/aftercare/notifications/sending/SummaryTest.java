package nl.aftercare.notifications.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

/** What a coordinator need not hear at once comes in one summary, and only while it is still so. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class SummaryTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();

    @Test
    void workThatWaitsIsToldInASummary() {
        visited();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(mails())
                .filteredOn(mail -> mail.get("text")
                        .contains("Keur goed: waar het slachtoffer hulp vindt (overval " + robberyId + ")"))
                .hasSize(1)
                .allSatisfy(mail -> {
                    assertThat(mail.get("to")).isEqualTo("nazorg.9901@voorbeeld.example");
                    assertThat(mail.get("subject")).isEqualTo("Nazorg: wat er voor u bij is gekomen");
                }));
        assertThat(STORED.column(
                        "select m.state || ' ' || f.code from message m join message_fact f on f.message_id = m.id"
                                + " where f.kind = 'SUPERSEDED' and details ->> 'robberyId' = '" + robberyId + "'"))
                .containsExactly("SUPERSEDED in-digest");
    }

    @Test
    void manyThingsAreOneMail() {
        var labels = List.of(
                "Regeling " + UUID.randomUUID(), "Regeling " + UUID.randomUUID(), "Regeling " + UUID.randomUUID());
        labels.forEach(label -> Event.of("schemes", "scheme-ends")
                .with("label", label)
                .header("ce_municipality", "9902")
                .send());

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(labels).allSatisfy(label -> assertThat(mails())
                .filteredOn(mail -> mail.get("text").contains(label))
                .hasSize(1)));
    }

    @Test
    void ofWorkThatWasDoneMeanwhileNobodyHears() {
        // held by somebody who died, so that it is gathered only after the work was done
        visited();
        var told = await().atMost(Topic.PATIENCE)
                .until(this::told, ids -> !ids.isEmpty())
                .getFirst();
        await().atMost(Topic.PATIENCE).until(() -> state(told).equals("SUPERSEDED"));
        STORED.change("delete from message_fact where message_id = '" + told + "' and kind = 'SUPERSEDED'");
        notNeeded();
        STORED.change("update message set state = 'WAITING' where id = '" + told + "'");
        STORED.change("insert into delivery_queue (message_id, municipality, urgent, due_at) values ('" + told
                + "', '9901', false, now())");

        await().atMost(Topic.PATIENCE).until(() -> state(told).equals("SUPERSEDED"));
        assertThat(STORED.column(
                        "select coalesce(code, '') from message_fact where kind = 'SUPERSEDED' and message_id = '"
                                + told + "'"))
                .containsExactly("");
    }

    private List<String> told() {
        return STORED.column("select id from message where template = 'WORK_WAITING' and details ->> 'robberyId' = '"
                + robberyId + "'");
    }

    private static String state(String messageId) {
        return STORED.column("select state from message where id = '" + messageId + "'")
                .getFirst();
    }

    private void notNeeded() {
        var id = STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst();
        given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType("application/json")
                .body(Map.of("result", "NOT_NEEDED"))
                .put("/v1/messages/" + id + "/result")
                .then()
                .statusCode(200);
    }

    private void visited() {
        Event.of("cases", "first-visit-held")
                .with("robberyId", robberyId)
                .with("caseId", caseId)
                .send();
    }

    private static List<Map<String, String>> mails() {
        return new JsonPath(given().get(TestServers.address("aftercare.inbox.url") + "/messages")
                        .asString())
                .getList("");
    }
}
