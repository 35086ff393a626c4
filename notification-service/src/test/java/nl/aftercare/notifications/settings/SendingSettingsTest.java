package nl.aftercare.notifications.settings;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A municipality decides over which channels a message goes, and when not. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class SendingSettingsTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private static final String PATH = "/v1/sending-settings/9909";
    private final UUID robberyId = UUID.randomUUID();

    @AfterEach
    void asUsual() {
        assertThat(settle(Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void asUsualEveryTextHasARule() {
        var usual = read("manager-nieuwestad", PATH).jsonPath();

        assertThat(usual.getList("rules.template", String.class)).contains("new-case", "victim-help", "meeting-asked");
        assertThat(usual.getString("quietHours.from")).isNotBlank();
    }

    @Test
    void aRuleHoldsForWhatIsPromisedAfterIt() {
        settle(Map.of("rules", List.of(rule("new-case", List.of("PHONE"), false))));

        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9909")
                .send();

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("IN_HAND"));
    }

    @Test
    void messagesAreFromTheMunicipalityWithItsNumberAndItsColour() {
        settle(Map.of("houseStyle", Map.of("sender", "gemeente Nieuwestad", "phone", "14 0999", "colour", "#0b4f2f")));

        Event.of("neighbourhood", "meeting-invited")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9909")
                .send();

        var mail = await().atMost(Topic.PATIENCE)
                .until(this::mail, Optional::isPresent)
                .orElseThrow();
        assertThat(mail.get("from")).contains("Nieuwestad", "nazorg@");
        assertThat(mail.get("text")).contains("gemeente Nieuwestad");
        assertThat(read("manager-nieuwestad", PATH).jsonPath().getString("houseStyle.phone"))
                .isEqualTo("14 0999");
    }

    private Optional<Map<String, String>> mail() {
        var ids = STORED.column("select id from message where robbery_id = '" + robberyId + "'");
        return new JsonPath(given().get(TestServers.address("aftercare.inbox.url") + "/messages")
                        .asString())
                .<Map<String, String>>getList("").stream()
                        .filter(mail -> ids.stream()
                                .anyMatch(id -> mail.get("messageId").contains(id.toString())))
                        .findFirst();
    }

    @Test
    void inQuietHoursOnlyWhatIsUrgentGoes() {
        settle(Map.of("quietHours", Map.of("from", quietFrom(), "until", quietUntil(), "onWorkingDaysOnly", false)));

        for (var event : List.of("arrangement-window-nears", "meeting-invited")) {
            Event.of("neighbourhood", event)
                    .with("robberyId", robberyId)
                    .with("meetingId", UUID.randomUUID())
                    .header("ce_municipality", "9909")
                    .send();
        }

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select template || ' ' || state from message where robbery_id = '" + robberyId
                                + "' order by template"))
                .containsExactly("MEETING_ARRANGED SENT", "WINDOW_NEARS WAITING"));
        assertThat(STORED.column("select due_at > now() + interval '1 minute' from delivery_queue q join message m"
                        + " on m.id = q.message_id where m.robbery_id = '" + robberyId + "'"))
                .containsExactly("t");
    }

    /** An hour ago, so that now is in the quiet hours whatever the time is. */
    private static String quietFrom() {
        return LocalTime.now(DutchTime.ZONE).minusHours(1).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private static String quietUntil() {
        return LocalTime.now(DutchTime.ZONE).plusHours(3).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rules\":[{\"template\":\"poem\",\"channels\":[\"EMAIL\"],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"new-case\",\"channels\":[],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"new-case\",\"channels\":[\"FAX\"],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"new-case\",\"channels\":[\"EMAIL\",\"EMAIL\"],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"victim-help\",\"channels\":[\"EMAIL\"],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"neighbour-notice\",\"channels\":[\"EMAIL\"],\"urgent\":true,\"needsApproval\":false}]}",
                "{\"rules\":[{\"template\":\"new-case\",\"channels\":[\"EMAIL\"]}]}",
                "{\"rules\":[{\"template\":\"new-case\",\"channels\":[\"EMAIL\"],\"urgent\":true,\"needsApproval\":false,\"digest\":true}]}",
                "{\"rules\":[{\"template\":\"meeting-asked\",\"channels\":[\"EMAIL\"],\"urgent\":false,\"needsApproval\":false,\"digest\":true}]}",
                "{\"rules\":[{\"template\":\"digest\",\"channels\":[\"EMAIL\"],\"urgent\":false,\"needsApproval\":false,\"digest\":true}]}",
                "{\"houseStyle\":{\"sender\":\"gemeente Voorbeeld\",\"colour\":\"#ffcc00\"}}",
                "{\"houseStyle\":{\"sender\":\"gemeente Voorbeeld\",\"colour\":\"blauw\"}}",
                "{\"houseStyle\":{\"sender\":\"\",\"colour\":\"#154273\"}}",
                "{\"houseStyle\":{\"sender\":\"gemeente Voorbeeld\",\"phone\":\"bel mij\",\"colour\":\"#154273\"}}",
                "{\"quietHours\":{\"from\":\"25:00\",\"until\":\"08:00\",\"onWorkingDaysOnly\":true}}",
                "{\"quietHours\":{\"from\":\"21:00\"}}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        isProblem(put("manager-nieuwestad", body, "\"0\""), 400);
    }

    @Test
    void onlyTheManagerOfTheMunicipalitySettlesItAndNobodyOverwritesAnother() {
        isProblem(put("coordinator", "{}", "\"0\""), 403);
        isProblem(put("manager", "{}", "\"0\""), 403);
        isProblem(put("manager-nieuwestad", "{}", null), 428);
        isProblem(put("manager-nieuwestad", "{}", "\"999999\""), 412);
        isProblem(read("coordinator", PATH), 404);
    }

    private static Map<String, Object> rule(String template, List<String> channels, boolean needsApproval) {
        return Map.of("template", template, "channels", channels, "urgent", true, "needsApproval", needsApproval);
    }

    private static Response settle(Map<String, ?> body) {
        return put("manager-nieuwestad", body, read("manager-nieuwestad", PATH).header("ETag"));
    }

    private static Response read(String user, String path) {
        return given().auth().oauth2(Tokens.user(user)).get(path);
    }

    private static Response put(String user, Object body, String etag) {
        var request = given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(PATH);
    }
}
