package nl.aftercare.offers.webhooks;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web hooks are the same in every service; here a real system is told of offers. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WebhookTest {
    private static final String COMPOSED = "nl.aftercare.offers.offer-composed.v1";
    /** No other test, in any service, has a robbery there. */
    private static final String OWN = "9906";

    private static final Database STORED = Database.asSuperuser("offers");

    private record Received(Map<String, List<String>> headers, String body) {}

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Semaphore waiting = new Semaphore(0);
    private String allowedOrigin = "*";
    private String delayed = "";
    private String movedTo;
    private String retryAfter;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer system;
    private String endpoint;

    @BeforeEach
    void startASystem() throws IOException {
        system = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        system.createContext("/", this::answer);
        system.setExecutor(threads);
        system.start();
        endpoint = "http://127.0.0.1:" + system.getAddress().getPort() + "/events";
    }

    @AfterEach
    void stopIt() {
        system.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anEventIsToldAsASignedCloudEvent() throws Exception {
        var subscription = subscribe().jsonPath();

        var robberyId = report(OWN);

        await().atMost(Topic.PATIENCE).until(() -> !received.isEmpty());
        var told = received.peek();
        var event = new JsonPath(told.body());
        assertThat(header(told, "Content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(event.getString("specversion")).isEqualTo("1.0");
        assertThat(event.getString("type")).isEqualTo(COMPOSED);
        assertThat(event.getString("source")).isEqualTo("urn:nld:oin:00000000000000000000:systeem:offer-service");
        assertThat(event.getString("municipality")).isEqualTo(OWN);
        assertThat(event.getString("data.robberyId")).isEqualTo(robberyId.toString());
        assertThat(header(told, "Webhook-id")).isEqualTo(event.getString("id"));
        assertThat(header(told, "Webhook-signature"))
                .isEqualTo(signature(subscription.getString("signingSecret"), told));
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(deliveries(subscription).getString("items[0].state"))
                        .isEqualTo("DELIVERED"));
    }

    @Test
    void theSameEventIsOnTheTopic() {
        subscribe();

        var robberyId = report(OWN);

        await().atMost(Topic.PATIENCE).until(() -> !received.isEmpty());
        assertThat(Topic.header(
                        new Topic("aftercare.offers.v1").await(1, robberyId).getFirst(), "ce_id"))
                .isEqualTo(header(received.peek(), "Webhook-id"));
    }

    @Test
    void anAddressThatDoesNotAgreeIsToldNothing() {
        allowedOrigin = "somebody.else.example";

        isProblem(subscribe(), 409);

        assertThat(STORED.count("from webhook_subscription where endpoint = '" + endpoint + "'"))
                .isZero();
    }

    @Test
    void allThatIsWrongWithASubscriptionIsSaidAtOnce() {
        var answer = subscribe(OWN, "ftp://x", List.of(COMPOSED, "nl.aftercare.cases.victim-contacted.v1"));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactlyInAnyOrder("endpoint", "types[1]");
        isProblem(subscribe(OWN, endpoint, List.of()), 400);
    }

    @Test
    void anAddressIsSubscribedOncePerMunicipality() {
        subscribe();

        isProblem(subscribe(), 409);
    }

    @Test
    void anotherMunicipalityCannotBeSubscribedTo() {
        isProblem(subscribe("9902", endpoint, List.of(COMPOSED)), 403);
    }

    @Test
    void anEventOfAnotherMunicipalityIsNotTold() {
        var subscription = subscribe().jsonPath();

        var other = report("9902");
        var own = report(OWN);

        await().atMost(Topic.PATIENCE).until(() -> bodies().contains(own.toString()));
        new Topic("aftercare.offers.v1").await(1, other);
        assertThat(deliveries(subscription).getList("items")).hasSize(1);
        assertThat(bodies()).doesNotContain(other.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 404, 301})
    void whatIsNotTakenIsToldAgainUnderTheSameId(int refusal) {
        answers.add(refusal);
        var subscription = subscribe().jsonPath();
        report(OWN);
        await().atMost(Topic.PATIENCE).until(() -> Integer.valueOf(refusal)
                .equals(deliveries(subscription).get("items[0].lastStatus")));

        hurry(subscription);

        await().atMost(Topic.PATIENCE)
                .until(() -> "DELIVERED".equals(deliveries(subscription).getString("items[0].state")));
        assertThat(received).hasSize(2);
        assertThat(received.stream().map(one -> header(one, "Webhook-id")).distinct())
                .hasSize(1);
        assertThat(deliveries(subscription).getInt("items[0].attempts")).isEqualTo(2);
    }

    @Test
    void aSlowSystemHoldsUpNoOther() {
        var slow = subscribe().jsonPath();
        delayed = "/events";
        subscribe(OWN, endpoint + "/of-another", List.of(COMPOSED));
        report(OWN);
        await().atMost(Topic.PATIENCE).until(() -> waiting.getQueueLength() == 1);

        var robberies = List.of(report(OWN), report(OWN), report(OWN));

        await().atMost(Topic.PATIENCE)
                .until(() -> robberies.stream().allMatch(robbery -> bodies().contains(robbery.toString())));
        // none of them waited until it was given up on the slow one
        assertThat(deliveries(slow).getList("items.attempts")).hasSize(4).containsOnly(0);
        waiting.release(10);
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(deliveries(slow).getList("items.state"))
                        .hasSize(4)
                        .containsOnly("DELIVERED"));
    }

    @Test
    void noOtherAddressIsToldThanTheOneThatAgreed() throws IOException {
        var asked = new ConcurrentLinkedQueue<String>();
        var elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            movedTo = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/inside";
            // what clients follow after a POST
            answers.add(303);
            var subscription = subscribe().jsonPath();
            report(OWN);

            await().atMost(Topic.PATIENCE).until(() -> Integer.valueOf(303)
                    .equals(deliveries(subscription).get("items[0].lastStatus")));
            assertThat(asked).isEmpty();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void whatHappensInAMunicipalityThatMergedIsToldToWhoSubscribedToTheOneItIsToday() {
        var subscription = subscribe().jsonPath();
        // the demonstration realm has no system of 9909
        STORED.change(
                "update webhook_subscription set municipality = '9909' where id = '" + subscription.get("id") + "'");

        var robberyId = report("9908");

        await().atMost(Topic.PATIENCE).until(() -> bodies().contains(robberyId.toString()));
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndCanBeAskedForAgain() {
        answers.addAll(List.of(500, 500));
        var subscription = subscribe().jsonPath();
        report(OWN);
        await().atMost(Topic.PATIENCE).until(() -> received.size() == 1);
        STORED.change(
                "update webhook_delivery set attempts = 9 where subscription_id = '" + subscription.get("id") + "'");
        hurry(subscription);
        await().atMost(Topic.PATIENCE)
                .until(() -> "GIVEN_UP".equals(deliveries(subscription).getString("items[0].state")));

        var path = repeats(subscription);
        assertThat(asSystem().post(path).statusCode()).isEqualTo(202);

        await().atMost(Topic.PATIENCE)
                .until(() -> "DELIVERED".equals(deliveries(subscription).getString("items[0].state")));
        isProblem(asSystem().post(path), 404);
    }

    @Test
    void whatWasHeldUpGoesOnceTheOtherSideAnswersAgain() {
        answers.addAll(List.of(503, 503));
        var subscription = subscribe().jsonPath();
        var first = report(OWN);
        var heldUp = report(OWN);
        await().atMost(Topic.PATIENCE).until(() -> received.size() == 2);
        received.clear();
        var rows = "subscription_id = '" + subscription.get("id") + "' and event like '%";
        STORED.change("update webhook_delivery set attempts = 0, due_at = now() + interval '1 day' where " + rows
                + heldUp + "%'");
        STORED.change("update webhook_delivery set due_at = now() - interval '1 day' where " + rows + first + "%'");

        await().atMost(Topic.PATIENCE).until(() -> bodies().contains(heldUp.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void anEventThatIsRefusedHoldsUpNoOther(int refusal) {
        answers.add(refusal);
        delayed = "/events";
        var subscription = subscribe().jsonPath();
        report(OWN);
        await().atMost(Topic.PATIENCE).until(() -> waiting.getQueueLength() == 1);
        var other = report(OWN);
        await().atMost(Topic.PATIENCE)
                .until(() -> deliveries(subscription).getList("items").size() == 2);

        waiting.release(10);

        await().atMost(Topic.PATIENCE).until(() -> bodies().contains(other.toString()));
        assertThat(received).as("the refused one has not come again yet").hasSize(2);
    }

    @Test
    void whoAsksForTimeGetsIt() {
        answers.add(429);
        retryAfter = "3600";
        var subscription = subscribe().jsonPath();
        report(OWN);

        await().atMost(Topic.PATIENCE).until(() -> Integer.valueOf(429)
                .equals(deliveries(subscription).get("items[0].lastStatus")));

        var due = Instant.parse(deliveries(subscription).getString("items[0].dueAt"));
        assertThat(due)
                .isBetween(Instant.now().plusSeconds(3_000), Instant.now().plusSeconds(3_600));
    }

    @Test
    void goneEndsTheSubscription() {
        answers.add(410);
        var subscription = subscribe().jsonPath();
        report(OWN);

        await().atMost(Topic.PATIENCE)
                .until(() -> "ENDED".equals(read(subscription).getString("state")));

        assertThat(read(subscription).getString("endedBecause")).isEqualTo("gone");
        assertThat(deliveries(subscription).getString("items[0].state")).isEqualTo("GIVEN_UP");
        isProblem(asSystem().post(repeats(subscription)), 409);
    }

    @Test
    void afterItsEndNothingIsTold() {
        var subscription = subscribe().jsonPath();
        assertThat(asSystem()
                        .delete("/v1/webhook-subscriptions/" + subscription.get("id"))
                        .statusCode())
                .isEqualTo(204);

        var robberyId = report(OWN);

        new Topic("aftercare.offers.v1").await(1, robberyId);
        assertThat(deliveries(subscription).getList("items")).isEmpty();
        assertThat(subscribe().statusCode()).isEqualTo(201);
    }

    @Test
    void aSubscriptionIsItsOwnersAndItsManagersAlone() {
        var path = "/v1/webhook-subscriptions/"
                + subscribe("9901", endpoint, List.of(COMPOSED)).jsonPath().get("id");

        assertThat(given().auth().oauth2(Tokens.user("manager")).get(path).statusCode())
                .isEqualTo(200);
        isProblem(given().auth().oauth2(Tokens.user("manager-klein-buiten")).get(path), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager-klein-buiten")).delete(path), 404);
        isProblem(given().auth().oauth2(Tokens.user("manager-klein-buiten")).get(path + "/deliveries"), 404);
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get(path), 403);
        isProblem(given().auth().oauth2(Tokens.user("operator")).get(path), 403);
    }

    @Test
    void whatAnotherSystemOfTheSameMunicipalitySubscribedToIsNotSeen() {
        var id = subscribe().jsonPath().getString("id");
        STORED.change("update webhook_subscription set client = 'another-system' where id = '" + id + "'");
        var path = "/v1/webhook-subscriptions/" + id;

        isProblem(asSystem().get(path), 404);
        isProblem(asSystem().get(path + "/deliveries"), 404);
        isProblem(asSystem().delete(path), 404);
        assertThat(asSystem().get("/v1/webhook-subscriptions").asString()).doesNotContain(id);
    }

    @Test
    void theSecretIsToldOnceAndStoredNowhere() {
        var secret = subscribe().jsonPath().getString("signingSecret");

        assertThat(secret).startsWith("whsec_");
        assertThat(asSystem().get("/v1/webhook-subscriptions").asString()).doesNotContain(secret);
        assertThat(STORED.column("select cast(s as text) from webhook_subscription s"))
                .noneMatch(row -> row.contains(secret));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.getResponseHeaders().add("WebHook-Allowed-Origin", allowedOrigin);
            exchange.sendResponseHeaders(200, -1);
        } else {
            if (exchange.getRequestURI().getPath().equals(delayed)) {
                waiting.acquireUninterruptibly();
            }
            if (movedTo != null) {
                exchange.getResponseHeaders().add("Location", movedTo);
            }
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
            var refusal = answers.poll();
            exchange.sendResponseHeaders(refusal == null ? 202 : refusal, -1);
        }
        exchange.close();
    }

    private String bodies() {
        return received.stream().map(Received::body).reduce("", String::concat);
    }

    private static String header(Received told, String name) {
        return told.headers().get(name).getFirst();
    }

    /** As a receiver computes it, by the standard. */
    private static String signature(String secret, Received told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = header(told, "Webhook-id") + "." + header(told, "Webhook-timestamp") + "." + told.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static UUID report(String municipality) {
        var robberyId = UUID.randomUUID();
        Event.of("cases", "robbery-reported")
                .with("robberyId", robberyId)
                .with("caseIds", List.of(UUID.randomUUID()))
                .header("ce_municipality", municipality)
                .send();
        return robberyId;
    }

    private Response subscribe() {
        return subscribe(OWN, endpoint, List.of(COMPOSED));
    }

    private static Response subscribe(String municipality, String address, List<String> types) {
        return asSystem()
                .contentType("application/json")
                .body(Map.of("municipality", municipality, "endpoint", address, "types", types))
                .post("/v1/webhook-subscriptions");
    }

    private static JsonPath read(JsonPath subscription) {
        return asSystem()
                .get("/v1/webhook-subscriptions/" + subscription.get("id"))
                .jsonPath();
    }

    private static JsonPath deliveries(JsonPath subscription) {
        return asSystem()
                .get("/v1/webhook-subscriptions/" + subscription.get("id") + "/deliveries")
                .jsonPath();
    }

    private static String repeats(JsonPath subscription) {
        return "/v1/webhook-subscriptions/" + subscription.get("id") + "/deliveries/"
                + deliveries(subscription).getString("items[0].id") + "/repeats";
    }

    /** As if the pause were over. */
    private static void hurry(JsonPath subscription) {
        STORED.change("update webhook_delivery set due_at = now() - interval '1 day' where subscription_id = '"
                + subscription.get("id") + "'");
    }

    private static RequestSpecification asSystem() {
        return given().auth().oauth2(Tokens.client("case-system"));
    }
}
