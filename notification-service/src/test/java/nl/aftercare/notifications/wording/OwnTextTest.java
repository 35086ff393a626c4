package nl.aftercare.notifications.wording;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.sending.OwningServices;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A municipality words its own texts: checked when saved, looked at with sample data, approved by a second person. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class OwnTextTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private static final String PATH = "/v1/texts/9909/meeting-arranged";
    private static final String WORDING =
            "Onze afspraak\n\nDag {naam},\n\nTot ziens op {wanneer}.\n\nGroet, {afzender}\n";
    private final UUID robberyId = UUID.randomUUID();

    @AfterEach
    void asUsual() {
        draft("coordinator-nieuwestad", null);
        approve("manager-nieuwestad");
    }

    @Test
    void theUsualTextIsShownWithSampleData() {
        var shown = read("manager-nieuwestad");

        assertThat(shown.getString("shown.body")).contains("Beste Voorbeeld", "donderdag 26 maart 2026 om 19.30 uur");
        assertThat(shown.getList("placeholders", String.class))
                .containsExactly("afzender", "naam", "telefoon", "wanneer");
        assertThat(shown.getString("draft")).isNull();
    }

    @Test
    void aDraftIsLookedAtAndInForceOnceASecondPersonApprovesIt() {
        var drafted = draft("coordinator-nieuwestad", WORDING);
        assertThat(drafted.jsonPath().getString("draft.shown.body"))
                .startsWith("Dag Voorbeeld,")
                .contains("Tot ziens op donderdag 26 maart 2026 om 19.30 uur.");
        assertThat(drafted.jsonPath().getString("shown.body")).startsWith("Beste");
        isProblem(approve("coordinator-nieuwestad"), 409);
        int before = read("manager-nieuwestad").getInt("version");

        var approved = approve("manager-nieuwestad");

        assertThat(approved.jsonPath().getInt("version")).isEqualTo(before + 1);
        assertThat(approved.jsonPath().getString("shown.body")).startsWith("Dag Voorbeeld,");
        isProblem(approve("manager-nieuwestad"), 409);
        assertThat(mailOfMeeting()).startsWith("Dag Contact Voorbeeld,").contains("Groet, de gemeente");
        assertThat(STORED.column("select code from message_fact f join message m on m.id = f.message_id"
                        + " where f.kind = 'ATTEMPTED' and m.robbery_id = '" + robberyId + "'"))
                .contains("text-v" + (before + 1));
        assertThat(STORED.count("from own_text_version where municipality = '9909' and version = " + (before + 1)
                        + " and drafted_by <> approved_by"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Onderwerp~Dag {naam} op {wanneer}, {adres} | 1",
                "Onderwerp~Dag {naam}, zonder het moment | 1",
                "Onderwerp~Op {wanneer} bij Dorpsstraat 12, vraag de heer Voorbeeld | 3",
                "Alleen een onderwerp voor {naam} op {wanneer} | 1"
            })
    void aWordingThatCannotBeIsRefusedWithAllThatIsWrong(String wording, int problems) {
        var refused = draft("coordinator-nieuwestad", wording.replace('~', '\n'));

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams")).hasSize(problems);
        assertThat(read("manager-nieuwestad").getString("draft")).isNull();
    }

    @Test
    void onlyTextsThatGoOutsideAreWordedOtherwise() {
        isProblem(given().auth().oauth2(Tokens.user("manager-nieuwestad")).get("/v1/texts/9909/new-case"), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager-nieuwestad")).get("/v1/texts/9909/poem"), 404);
    }

    @Test
    void nobodyOfAnotherMunicipalityReadsOrWritesAndNobodyOverwritesAnother() {
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get(PATH), 404);
        isProblem(put("coordinator", "/draft", Map.of("wording", WORDING), "\"0\""), 403);
        isProblem(put("coordinator-nieuwestad", "/draft", Map.of("wording", WORDING), null), 428);
        isProblem(put("coordinator-nieuwestad", "/draft", Map.of("wording", WORDING), "\"999999\""), 412);
    }

    private String mailOfMeeting() {
        Event.of("neighbourhood", "meeting-invited")
                .with("robberyId", robberyId)
                .with("meetingId", UUID.randomUUID())
                .header("ce_municipality", "9909")
                .send();
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("SENT"));
        var id = STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst();
        List<Map<String, String>> mails = new JsonPath(
                        given().get(TestServers.address("aftercare.inbox.url") + "/messages")
                                .asString())
                .getList("");
        return mails.stream()
                .filter(mail -> mail.get("messageId").contains(id.toString()))
                .findFirst()
                .orElseThrow()
                .get("text");
    }

    private static JsonPath read(String user) {
        return given().auth().oauth2(Tokens.user(user)).get(PATH).jsonPath();
    }

    private static String etag() {
        return given().auth()
                .oauth2(Tokens.user("manager-nieuwestad"))
                .get(PATH)
                .header("ETag");
    }

    private static Response draft(String user, String wording) {
        var body = new HashMap<String, Object>();
        body.put("wording", wording);
        return put(user, "/draft", body, etag());
    }

    private static Response approve(String user) {
        return given().auth()
                .oauth2(Tokens.user(user))
                .header("If-Match", etag())
                .put(PATH + "/approval");
    }

    private static Response put(String user, String what, Map<String, ?> body, String etag) {
        var request = given().auth()
                .oauth2(Tokens.user(user))
                .contentType(ContentType.JSON)
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(PATH + what);
    }
}
