package nl.aftercare.testing;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees and does, in every service: each extends this with the name of its database. All of them listen to cases. */
public abstract class OperatorRules {
    private static final String SECRET = "Jansen-0612345678";
    private final Database stored;
    private final Topic dead;

    @Inject
    ChannelRegistry channels;

    @Inject
    MeterRegistry meters;

    @Inject
    Flyway flyway;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    protected OperatorRules(String service, String database) {
        this.stored = Database.asSuperuser(database);
        this.dead = new Topic("aftercare." + service + ".dead");
    }

    @AfterEach
    void resume() {
        operator().delete("/v1/consumers/cases/pause");
        await().until(() -> !channels.getPausable("cases").isPaused());
    }

    @Test
    void noMetricIsNamedAfterWhatACallerMadeUp() {
        var madeUp = "/v1/de-heer-" + SECRET;
        given().contentType("application/json").body("x".repeat(3_000_000)).post(madeUp);
        given().get(madeUp + "/");
        given().get(madeUp);

        var metrics = given().get(metricsOf()).asString();

        assertThat(metrics)
                .contains("http_server_requests_seconds_count")
                .doesNotContain("Jansen", "http_client_requests");
    }

    private String metricsOf() {
        return live.toString().replace("/health/live", "/metrics");
    }

    @Test
    void theSchemaOfTheNextReleaseIsNoReasonNotToStart() {
        stored.change("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                  execution_time, success) values (9999, '29991231.01', 'next', 'SQL', 'next.sql', 'next', 0, true)""");
        try {
            assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        } finally {
            stored.change("delete from flyway_schema_history where installed_rank = 9999");
        }
    }

    @Test
    void aDeadLetterIsShownWithItsIdsAndItsReasonAndWithoutItsContent() {
        var event = aReport().sendRaw("{\"name\": \"" + SECRET + "\"");

        var letter = letterOf(event);

        assertThat(letter.getString("state")).isEqualTo("WAITING");
        assertThat(letter.getString("topic")).isEqualTo("aftercare.cases.v1");
        assertThat(letter.getString("eventType")).isEqualTo("nl.aftercare.cases.robbery-reported.v1");
        assertThat(letter.getString("municipality")).isEqualTo("9901");
        assertThat(letter.getString("reason")).contains("the data is no JSON");
        assertThat(letter.prettify()).doesNotContain("Jansen", "0612345678");
        assertThat(operator().get("/v1/dead-letters?state=WAITING").asString()).contains(event.id());
    }

    @Test
    void whatStandsInAnAttributeThatIsNoneIsNotShown() {
        var subject = UUID.randomUUID().toString();
        aReport()
                .header("ce_municipality", "de heer " + SECRET)
                .header("ce_source", subject)
                .send();

        var letter = one("event_source = '" + subject + "'");

        assertThat(letter.getString("municipality")).isNull();
        assertThat(letter.prettify()).doesNotContain("Jansen");
    }

    @Test
    void whatFailsAgainWaitsAgain() {
        var id = letterOf(aReport().sendRaw("{")).getString("id");

        var answer = replay(id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("WAITING");
        assertThat(answer.jsonPath().getInt("tries")).isEqualTo(1);
    }

    @Test
    void aReplayIsHandledAsIfItHadJustCome() {
        var event = aReport();
        var id = letterOf(event.sendRaw("{")).getString("id");
        mend(id, event);

        var answer = replay(id);

        assertThat(answer.jsonPath().getString("state")).isEqualTo("REPLAYED");
        assertThat(answer.jsonPath().getString("decidedBy")).isEqualTo(Tokens.subject("operator"));
        assertThat(handled(event)).isTrue();
        isProblem(replay(id), 409);
        assertThat(stored.count("from audit_line where action = 'replay-dead-letter' and object = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void allThatWaitCanBeReplayedAtOnce() {
        var event = aReport();
        var id = letterOf(event.sendRaw("{")).getString("id");
        mend(id, event);
        stored.change("update dead_letter set state = 'DISCARDED' where id <> '" + id + "'");

        // one that nobody listens to any longer comes first, and holds up none
        var orphan = letterOf(aReport().sendRaw("{")).getString("id");
        stored.change("update dead_letter set topic = 'aftercare.gone.v1', tries = -1 where id = '" + orphan + "'");

        var tried = operator().post("/v1/dead-letters/replays").jsonPath();

        assertThat(tried.getList("tried.id", String.class)).contains(orphan, id);
        assertThat(handled(event)).isTrue();
        assertThat(operator().get("/v1/dead-letters/" + orphan).jsonPath().getString("reason"))
                .contains("does not listen");
    }

    @Test
    void aDiscardedLetterSaysWhy() {
        var id = letterOf(aReport().sendRaw("{")).getString("id");

        var answer = discard(id, Map.of("because", "gemaakt door een proef"));

        assertThat(answer.jsonPath().getString("state")).isEqualTo("DISCARDED");
        assertThat(answer.jsonPath().getString("because")).isEqualTo("gemaakt door een proef");
        isProblem(discard(id, Map.of("because", "nog eens")), 409);
        isProblem(replay(id), 409);
    }

    @Test
    void withoutAReasonNothingIsDiscarded() {
        var id = letterOf(aReport().sendRaw("{")).getString("id");

        isProblem(discard(id, Map.of()), 400);
        isProblem(discard(id, Map.of("because", " ")), 400);

        assertThat(operator().get("/v1/dead-letters/" + id).jsonPath().getString("state"))
                .isEqualTo("WAITING");
    }

    @Test
    void aBodyWithoutBottomOrEndIsRefused() {
        var path = "/v1/dead-letters/" + UUID.randomUUID() + "/discard";

        // beyond what a JSON reader follows, and beyond what any service takes
        isProblem(operator().body("[".repeat(2_000)).put(path), 400);
        isProblem(operator().body("\"" + "x".repeat(3 << 20) + "\"").put(path), 413);
    }

    @Test
    void aLetterThatComesTwiceIsKeptOnce() {
        var event = aReport().sendRaw("{");
        letterOf(event);
        var message = dead.await(1, record -> event.id().equals(Topic.header(record, "ce_id")))
                .getFirst();
        dead.send(message);

        // what came after it is there
        letterOf(aReport().sendRaw("{"));

        assertThat(stored.count("from dead_letter where event_id = '" + event.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aRecordOfNothingButRubbishIsKept() {
        var marker = UUID.randomUUID().toString();
        new Topic("aftercare.cases.v1")
                .send("\u0000\u0001", "\u0000", Map.of("ce_source", marker, "x\u0000", "\u0000"));

        assertThat(one("event_source = '" + marker + "'").getString("reason")).contains("ce_specversion");
    }

    @Test
    void aPausedConsumerHandlesNothingUntilItIsResumed() {
        assertThat(operator()
                        .body(Map.of("because", "de database verhuist"))
                        .put("/v1/consumers/cases/pause")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(Topic.PATIENCE).until(() -> channels.getPausable("cases").isPaused());
        var event = aReport().send();
        // what was sent later by another way is there
        var later = UUID.randomUUID().toString();
        dead.send("x", "{}", Map.of("ce_source", later, "dead-letter-reason", "test"));
        one("event_source = '" + later + "'");

        assertThat(handled(event)).isFalse();
        await().atMost(Topic.PATIENCE).until(() -> lag() > 0);
        assertThat(consumers().getString("items.find { it.name == 'cases' }.because"))
                .isEqualTo("de database verhuist");

        operator().delete("/v1/consumers/cases/pause");

        await().atMost(Topic.PATIENCE).until(() -> handled(event));
        assertThat(consumers().getBoolean("items.find { it.name == 'cases' }.paused"))
                .isFalse();
        await().atMost(Topic.PATIENCE).until(() -> lag() == 0);
    }

    private double lag() {
        return given().get(metricsOf())
                .asString()
                .lines()
                .filter(line -> line.startsWith("aftercare_consumer_lag{topic=\"aftercare.cases.v1\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void anEventThatTakesFarTooLongEndsTheLifeOfTheService() throws SQLException {
        var event = stalledBy("inbox", () -> aReport().send());

        await().atMost(Topic.PATIENCE).until(() -> handled(event));
    }

    @Test
    void aDeadLetterThatCannotBeKeptDoesSoToo() throws SQLException {
        var event = stalledBy("dead_letter", () -> aReport().sendRaw("{"));

        assertThat(letterOf(event).getString("state")).isEqualTo("WAITING");
    }

    /** What cannot get at its table, as long as the probe has not seen it. */
    private Event stalledBy(String table, Supplier<Event> send) throws SQLException {
        Event event;
        try (var connection = stored.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table " + table + " in share row exclusive mode");
            event = send.get();

            await().atMost(Topic.PATIENCE).until(() -> given().get(live).statusCode() == 503);
            connection.rollback();
        }
        await().atMost(Topic.PATIENCE).until(() -> given().get(live).statusCode() == 200);
        return event;
    }

    @Test
    void whatWaitsIsCounted() {
        letterOf(aReport().sendRaw("{"));

        await().atMost(Topic.PATIENCE)
                .until(() -> meters.find("aftercare.dead.letters").gauge() != null
                        && meters.get("aftercare.dead.letters").gauge().value() >= 1);
        assertThat(meters.get("aftercare.outbox.oldest.seconds").gauge().value())
                .isNotNegative();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        isProblem(operator().get("/v1/dead-letters/" + UUID.randomUUID()), 404);
        isProblem(replay(UUID.randomUUID().toString()), 404);
        isProblem(discard(UUID.randomUUID().toString(), Map.of("because", "x")), 404);
        isProblem(operator().body(Map.of("because", "x")).put("/v1/consumers/nothing/pause"), 404);
        isProblem(operator().get("/v1/dead-letters?state=GONE"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "manager", "privacy-officer"})
    void nobodyButTheOperatorOperates(String user) {
        var caller = Tokens.user(user);
        for (var path : List.of("/v1/dead-letters", "/v1/consumers")) {
            isProblem(given().auth().oauth2(caller).get(path), 403);
        }
        isProblem(given().auth().oauth2(caller).post("/v1/dead-letters/replays"), 403);
        isProblem(given().auth().oauth2(caller).delete("/v1/consumers/cases/pause"), 403);
    }

    private static Event aReport() {
        return Event.of("cases", "robbery-reported")
                .with("robberyId", UUID.randomUUID())
                .with("caseIds", List.of(UUID.randomUUID()));
    }

    private JsonPath letterOf(Event event) {
        return one("event_id = '" + event.id() + "'");
    }

    private JsonPath one(String where) {
        var query = "select id from dead_letter where " + where;
        await().atMost(Topic.PATIENCE).until(() -> stored.column(query).size() == 1);
        return operator()
                .get("/v1/dead-letters/" + stored.column(query).getFirst())
                .jsonPath();
    }

    /** As if a newer release understood it. */
    private void mend(String id, Event event) {
        var data = HexFormat.of().formatHex(event.json().getBytes(StandardCharsets.UTF_8));
        stored.change("update dead_letter set data = '\\x" + data + "' where id = '" + id + "'");
    }

    private boolean handled(Event event) {
        return stored.count("from inbox where event_id = '" + event.id() + "'") == 1;
    }

    private static Response replay(String id) {
        return operator().post("/v1/dead-letters/" + id + "/replays");
    }

    private static Response discard(String id, Map<String, String> body) {
        return operator().body(body).put("/v1/dead-letters/" + id + "/discard");
    }

    private static JsonPath consumers() {
        return operator().get("/v1/consumers").jsonPath();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.user("operator")).contentType("application/json");
    }
}
