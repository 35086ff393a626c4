package nl.aftercare.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import nl.aftercare.quickstart.SuiteClient.Answer;

/**
 * Sends the sample robberies of {@code demo/robberies.json} in through the front door, as the feeds and a coordinator would,
 * waits for what comes of each and shows it. Running it again changes nothing: every request is a repeat.
 */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> COORDINATORS =
            Map.of("9901", "coordinator", "9902", "coordinator-klein-buiten");
    private static final Map<String, String> MANAGERS = Map.of("9901", "manager", "9902", "manager-klein-buiten");

    private final SuiteClient suite;
    private final Map<String, String> partners = new HashMap<>();

    public Demo(SuiteClient suite) {
        this.suite = suite;
    }

    public void run() throws IOException, InterruptedException {
        prepareDirectories();
        for (var sample : samples()) {
            show(sample, send(sample));
        }
        Console.print("Mail was really sent: look in the inbox that ./aftercare up printed. "
                + "Run the demo again: every request is a repeat and nothing is done twice.");
    }

    /** The sample robberies as they are sent. */
    public static JsonNode samples() throws IOException {
        try (var file = Demo.class.getResourceAsStream("/demo/robberies.json")) {
            return JSON.readTree(file);
        }
    }

    private void prepareDirectories() throws IOException, InterruptedException {
        for (var municipality : COORDINATORS.entrySet()) {
            designate(municipality.getKey(), municipality.getValue());
            settleSchemes(municipality.getKey());
            publishRules(municipality.getKey(), municipality.getValue());
            var coordinator = object(Map.of(
                    "name", "coördinator van " + municipality.getKey(),
                    "email", "nazorg." + municipality.getKey() + "@voorbeeld.example"));
            require(suite.put(
                    municipality.getValue(),
                    ServiceName.CASE,
                    "/coordinators/" + municipality.getKey(),
                    coordinator,
                    Map.of()));
        }
        for (var partner :
                new String[] {"9901 BUSINESS_ASSOCIATION", "9901 HOUSING_CORPORATION", "9902 BUSINESS_ASSOCIATION"}) {
            partners.put(partner, addPartner(partner.substring(0, 4), partner.substring(5)));
        }
    }

    /** What the municipality has to offer: without it, each of its schemes is a question in every offer. */
    private void settleSchemes(String municipality) throws IOException, InterruptedException {
        var manager = Objects.requireNonNull(MANAGERS.get(municipality));
        var path = "/schemes/" + municipality;
        if (require(suite.get(manager, ServiceName.OFFER, path))
                .body()
                .get("settled")
                .asBoolean()) {
            return;
        }
        try (var file = Demo.class.getResourceAsStream("/demo/schemes.json")) {
            var schemes = JSON.readTree(file).get(municipality).toString();
            require(suite.put(manager, ServiceName.OFFER, path, schemes, Map.of("If-Match", "\"0\"")));
        }
    }

    /** Tables of the municipality, where it has any: the coordinator prepares them, the manager publishes them. */
    private void publishRules(String municipality, String coordinator) throws IOException, InterruptedException {
        var path = "/rule-sets/" + municipality;
        try (var file = Demo.class.getResourceAsStream("/demo/rules-" + municipality + ".dmn")) {
            if (file == null
                    || !require(suite.get(coordinator, ServiceName.OFFER, path))
                            .body()
                            .get("versions")
                            .isEmpty()) {
                return;
            }
            var draft = object(Map.of(
                    "dmn",
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    "validFrom",
                    "2026-01-01",
                    "judgedOn",
                    "APPLICATION"));
            var prepared = require(
                    suite.put(coordinator, ServiceName.OFFER, path + "/draft", draft, Map.of("If-Match", "\"0\"")));
            require(suite.post(
                    Objects.requireNonNull(MANAGERS.get(municipality)),
                    ServiceName.OFFER,
                    path + "/versions",
                    "",
                    Map.of("If-Match", Objects.requireNonNull(prepared.headers().get("etag")))));
        }
    }

    /** Only who the mayor designated may see what the police tell. */
    private void designate(String municipality, String coordinator) throws IOException, InterruptedException {
        var designation = object(Map.of(
                "municipality",
                municipality,
                "person",
                suite.subject(coordinator),
                "startsOn",
                "2026-01-01",
                "endsOn",
                "2099-12-31",
                "documentRef",
                "demo"));
        require(suite.post(
                Objects.requireNonNull(MANAGERS.get(municipality)),
                ServiceName.CASE,
                "/designations",
                designation,
                Map.of("Idempotency-Key", "demo-designation-" + municipality)));
    }

    private String addPartner(String municipality, String kind) throws IOException, InterruptedException {
        var partner = object(Map.of(
                "municipality",
                municipality,
                "kind",
                kind,
                "name",
                "Voorbeeldpartner " + kind,
                "contactName",
                "contactpersoon van de partner",
                "email",
                "partner." + municipality + "." + kind.toLowerCase(Locale.ROOT) + "@voorbeeld.example"));
        return require(suite.post(
                        coordinatorOf(municipality),
                        ServiceName.NEIGHBOURHOOD,
                        "/partners",
                        partner,
                        Map.of("Idempotency-Key", "demo-partner-" + municipality + "-" + kind)))
                .body()
                .get("id")
                .asText();
    }

    /** @return the answer to the report */
    private JsonNode send(JsonNode sample) throws IOException, InterruptedException {
        var report = sample.get("report");
        var reference = report.get("reference").asText();
        var accepted = require(suite.post(
                        "police-feed",
                        ServiceName.CASE,
                        "/robbery-reports",
                        report.toString(),
                        Map.of("Idempotency-Key", reference + "-report")))
                .body();
        for (var contact : sample.get("contacts")) {
            var party = contact.get("party").asText();
            var caseId = caseOf(accepted, contact.get("victim").asText());
            var body = ((ObjectNode) contact.deepCopy())
                    .put("caseId", caseId)
                    .put("municipality", report.get("municipality").asText());
            body.remove("victim");
            require(suite.post(
                    party.equals("VICTIM_SUPPORT") ? "victim-support-feed" : "branch-organisation-feed",
                    ServiceName.CASE,
                    "/victim-contacts",
                    body.toString(),
                    Map.of("Idempotency-Key", reference + "-" + caseId + "-" + party)));
        }
        if (sample.has("arrangement")) {
            arrange(sample, accepted.get("robberyId").asText());
        }
        return accepted;
    }

    private void arrange(JsonNode sample, String robberyId) throws IOException, InterruptedException {
        var coordinator = coordinatorOf(sample);
        var plan = plan(coordinator, robberyId);
        var path = "/neighbourhood-plans/" + plan.get("id").asText();
        var etag = require(suite.get(coordinator, ServiceName.NEIGHBOURHOOD, path))
                .headers()
                .get("etag");
        var agreed = sample.get("arrangement");
        var body = ((ObjectNode) agreed.deepCopy())
                .put("partnerId", partners.get(agreed.get("partner").asText()));
        body.remove("partner");
        require(suite.put(
                coordinator,
                ServiceName.NEIGHBOURHOOD,
                path + "/arrangement",
                body.toString(),
                Map.of("If-Match", etag)));
    }

    private void show(JsonNode sample, JsonNode accepted) throws IOException, InterruptedException {
        var coordinator = coordinatorOf(sample);
        var robberyId = accepted.get("robberyId").asText();
        var text = new Timeline();
        text.title(sample.get("title").asText(), robberyId);
        text.reported(read(coordinator, ServiceName.CASE, "/robberies/" + robberyId), accepted.get("cases"));
        for (var victim : accepted.get("cases")) {
            text.contacts(read(
                    coordinator,
                    ServiceName.CASE,
                    "/cases/" + victim.get("caseId").asText()));
            text.offer(victim, offer(coordinator, sample, victim));
        }
        text.plan(plan(coordinator, robberyId));
        int expected = sample.has("arrangement") ? 2 : 1;
        for (var message : messages(coordinator, robberyId, expected)) {
            text.message(message, recipient(coordinator, message));
        }
        text.journey(journey(coordinator, robberyId, expected));
        Console.print(text.toString());
    }

    /** Waits until the offer takes in all that the sample tells of this victim. */
    private JsonNode offer(String coordinator, JsonNode sample, JsonNode victim)
            throws IOException, InterruptedException {
        boolean contacted = false;
        for (var contact : sample.get("contacts")) {
            contacted |= contact.get("victim")
                            .asText()
                            .equals(victim.get("victimReference").asText())
                    && contact.get("party").asText().equals("VICTIM_SUPPORT");
        }
        int revision = contacted ? 2 : 1;
        var path = "/offers?caseId=" + victim.get("caseId").asText();
        return await(
                path,
                () -> first(coordinator, ServiceName.OFFER, path),
                found -> found.path("revision").asInt() >= revision);
    }

    private JsonNode plan(String coordinator, String robberyId) throws IOException, InterruptedException {
        return only(coordinator, ServiceName.NEIGHBOURHOOD, "/neighbourhood-plans?robberyId=" + robberyId);
    }

    private JsonNode messages(String coordinator, String robberyId, int expected)
            throws IOException, InterruptedException {
        var path = "/messages?robberyId=" + robberyId;
        return await(
                path,
                () -> read(coordinator, ServiceName.NOTIFICATION, path).get("items"),
                found -> found.size() == expected
                        && found.findValuesAsText("state").stream().allMatch("SENT"::equals));
    }

    /** Waits until the messages are in it, the last of all. */
    private JsonNode journey(String coordinator, String robberyId, int messages)
            throws IOException, InterruptedException {
        var path = "/robberies/" + robberyId + "/timeline";
        return await(
                path,
                () -> read(coordinator, ServiceName.CASE, path).get("steps"),
                steps -> steps.findValuesAsText("event").stream()
                                .filter("message-sent"::equals)
                                .count()
                        == messages);
    }

    /** Who it was for: the directory of the owning service says. */
    private String recipient(String coordinator, JsonNode message) throws IOException, InterruptedException {
        if (message.get("partnerId").isNull()) {
            var path = "/coordinators/" + message.get("municipality").asText();
            return read(coordinator, ServiceName.CASE, path).get("name").asText();
        }
        var path = "/partners/" + message.get("partnerId").asText();
        var partner = read(coordinator, ServiceName.NEIGHBOURHOOD, path);
        return partner.get("contactName").asText() + " (" + partner.get("name").asText() + ")";
    }

    private JsonNode read(String caller, ServiceName service, String path) throws IOException, InterruptedException {
        return require(suite.get(caller, service, path)).body();
    }

    private JsonNode only(String caller, ServiceName service, String path) throws IOException, InterruptedException {
        return await(path, () -> first(caller, service, path), found -> !found.isMissingNode());
    }

    private JsonNode first(String caller, ServiceName service, String path) throws IOException, InterruptedException {
        return read(caller, service, path).path("items").path(0);
    }

    private interface Question {
        JsonNode ask() throws IOException, InterruptedException;
    }

    private static JsonNode await(String what, Question question, Predicate<JsonNode> enough)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = question.ask();
            if (enough.test(found)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new StartupException("waited " + PATIENCE.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(20);
        }
    }

    private static String coordinatorOf(JsonNode sample) {
        return coordinatorOf(sample.at("/report/municipality").asText());
    }

    private static String coordinatorOf(String municipality) {
        return Objects.requireNonNull(COORDINATORS.get(municipality), "no demonstration coordinator");
    }

    private static String caseOf(JsonNode accepted, String victim) {
        for (var opened : accepted.get("cases")) {
            if (opened.get("victimReference").asText().equals(victim)) {
                return opened.get("caseId").asText();
            }
        }
        throw new StartupException("no case was opened for victim " + victim);
    }

    private static String object(Map<String, String> fields) {
        return JSON.valueToTree(fields).toString();
    }

    private static Answer require(Answer answer) {
        if (answer.status() >= 300) {
            throw new StartupException("the suite refused a request of the demo: " + answer.body());
        }
        return answer;
    }
}
