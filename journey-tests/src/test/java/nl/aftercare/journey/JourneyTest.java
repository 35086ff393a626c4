package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aftercare.quickstart.Demo;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.MailServer;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged suite as a newcomer starts it. The demonstration comes first: it counts everything that is stored. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest extends Journeys {
    private static final Folders FOLDERS = Folders.of(ROOT, ROOT.resolve("journey-tests/target/journey"));
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    /** Keys and tokens of the demonstration; its passwords are the names of their users, and so tell nothing. */
    private static final Pattern SECRET =
            Pattern.compile("-demo-secret|demo-pseudonym-key|demo-answer-link-key|eyJ[\\w-]{30,}|whsec_");

    /** In OTLP: the ids of trace and span, perhaps of the parent, and the name, each after its tag and length. */
    private static final String SPAN = "\\x0a\\x10(.{16})\\x12\\x08.{8}(?:\\x22\\x08.{8})?\\x2a.%s";

    private static final int LAST = 99;
    private static final Map<String, String> CANARIES = Map.of(
            "name", "Kanarie Zevenster",
            "email", "kanarie.zevenster@voorbeeld.example",
            "phone", "+31 00 7137713",
            "street", "Kanariesteeg",
            "town", "Zevensterdam",
            "postcode", "9999QX",
            "houseNumberAddition", "kzvn");
    private static final String HOOK = "/kanariehaak";
    private static final String LINK = "kanarieantwoord." + "k".repeat(40);
    private static final String NOTIFY_KEY = "7a137137-7137-4137-8137-713713713713";
    private static final String RECEIPT_TOKEN = "kanarie-receipt-token";
    private static final long IN_A_GOOD_MOOD = 42;
    private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();

    private static Ports ports;
    private static Suite suite;
    private static SuiteClient client;
    private static HttpServer subscriber;
    private static MoodyNotify notifyNl;
    /** Of the subscription at each service. */
    private static final Map<ServiceName, String> SIGNING_SECRETS = new EnumMap<>(ServiceName.class);

    @BeforeAll
    static void start() throws Exception {
        FOLDERS.clear();
        ports = Ports.free();
        notifyNl = new MoodyNotify(List.of(), IN_A_GOOD_MOOD);
        var notify = "aftercare.channels.usual.notify-nl.";
        suite = Suite.start(new Suite.Options(
                FOLDERS,
                ports,
                1,
                Map.of(
                        // whatever somebody turns on to look for a fault
                        "quarkus.log.level",
                        "TRACE",
                        notify + "base-url",
                        "http://127.0.0.1:" + notifyNl.port(),
                        notify + "api-key",
                        "kanarie-" + new UUID(0, 1) + "-" + NOTIFY_KEY,
                        notify + "receipt-token",
                        RECEIPT_TOKEN,
                        notify + "text-template",
                        new UUID(0, 3).toString(),
                        "aftercare.trial.addresses",
                        ".+@([^@]+[.])?example,[+]31600000000")));
        client = new SuiteClient(ports, 1);
        subscribe();
    }

    /** A system that each service tells of events, so that what it was told, and how, is searched too. */
    private static void subscribe() throws Exception {
        subscriber = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        subscriber.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("WebHook-Allowed-Origin", "*");
            TOLD.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        subscriber.start();
        var endpoint = "http://127.0.0.1:" + subscriber.getAddress().getPort() + HOOK;
        for (var service : AccessMatrix.EVENT.entrySet()) {
            var subscription = """
                    {"municipality":"9901","endpoint":"%s","types":["%s"]}""".formatted(endpoint, service.getValue());
            var answer = client.post("case-system", service.getKey(), "/webhook-subscriptions", subscription, Map.of());
            SIGNING_SECRETS.put(
                    service.getKey(), answer.body().required("signingSecret").asText());
        }
    }

    @AfterAll
    static void stop() {
        subscriber.stop(0);
        suite.close();
        notifyNl.close();
    }

    @Test
    @Order(1)
    void theDemonstrationRunsFromReportToMessageAndAgainWithoutDoingAnythingTwice() throws Exception {
        new Demo(client).run();
        var once = counts();
        assertThat(once)
                .containsEntry("cases.robbery", 6L)
                .containsEntry("cases.aftercare_case", 7L)
                .containsEntry("offers.tailored_offer", 7L)
                .containsEntry("offers.rule_set_version", 1L)
                .containsEntry("neighbourhood.neighbourhood_plan", 6L)
                .containsEntry("notifications.message", 10L)
                .containsEntry("mails", 10L);

        new Demo(client).run();

        assertThat(counts()).isEqualTo(once);
    }

    @Test
    @Order(2)
    void aReportMailAndWebHookBelongToOneTrace() throws Exception {
        var answer = report("CANARY-1", CANARIES);
        assertThat(answer.status()).isEqualTo(201);
        // what fails may be quoted in a log
        assertThat(report("CANARY-2", with(CANARIES, "postcode", "Kanariesteeg"))
                        .status())
                .isEqualTo(400);
        assertThat(report("CANARY-1", with(CANARIES, "name", "Kanarie Zevenster II"))
                        .status())
                .isEqualTo(409);
        assertThat(post("CANARY-3", "{\"victims\": \"Kanarie Zevenster").status())
                .isEqualTo(400);
        assertThat(text("http://127.0.0.1:" + ports.service(ServiceName.NEIGHBOURHOOD, 0) + "/v1/answers/" + LINK))
                .contains("<html");
        // what the police tell later, and what nobody knows the robbery of
        assertThat(update("CANARY-1", CANARIES).status()).isEqualTo(200);
        assertThat(update("CANARY-4", CANARIES).status()).isEqualTo(202);
        assertThat(update("CANARY-5", with(CANARIES, "postcode", "Kanariesteeg"))
                        .status())
                .isEqualTo(400);
        var robberyId = answer.body().get("robberyId").asText();
        var caseId = answer.body().at("/cases/0/caseId").asText();
        assertThat(client.get("coordinator", ServiceName.CASE, "/cases/" + caseId)
                        .body()
                        .toString())
                .contains("Zevensterdam");
        await(() -> client.get("coordinator", ServiceName.NOTIFICATION, "/messages?robberyId=" + robberyId)
                        .body()
                        .at("/items")
                        .size()
                == 1);
        // the last span of it, as it was exported, and a line of each service
        await(() -> spans("send-message").contains(TRACE));
        for (var service : ServiceName.values()) {
            var log = FOLDERS.state().resolve("log/" + service.id() + "-0.log");
            await(() -> Files.readString(log, StandardCharsets.ISO_8859_1).contains("\"traceId\":\"" + TRACE + "\""));
        }
        for (var type : AccessMatrix.EVENT.values()) {
            await(() -> TOLD.stream()
                    .anyMatch(event -> event.contains(type) && event.contains(robberyId) && event.contains(TRACE)));
        }

        // what comes of a report belongs to its trace, in every service, up to the mail that was sent
        var kafka = new KafkaLog(suite.kafka().bootstrapServers());
        for (var topic : List.of("cases", "offers", "neighbourhood", "notifications")) {
            await(() -> kafka.all("aftercare." + topic + ".v1").stream()
                    .anyMatch(event -> robberyId.equals(event.key())
                            && KafkaLog.header(event, "traceparent").contains(TRACE)));
        }
    }

    @Test
    @Order(3)
    void aVictimWithoutMailGetsATextMessage() throws Exception {
        var settings = "/sending-settings/9901";
        var version = client.get("manager", ServiceName.NOTIFICATION, settings)
                .headers()
                .get("etag");
        var rules = """
                {"rules": [{"template": "victim-offer", "channels": ["EMAIL", "TEXT"], "urgent": false, "needsApproval": true}]}""";
        assertThat(client.put("manager", ServiceName.NOTIFICATION, settings, rules, Map.of("If-Match", version))
                        .status())
                .isEqualTo(200);

        offerIsLetGo("OFFER-2", "\"phone\": \"+31600000000\"");

        await(() -> !notifyNl.taken().isEmpty());
    }

    /** After all that this suite was asked for. */
    @Test
    @Order(LAST)
    void noPersonalDataLeavesTheServiceThatKeepsItAndNoSecretIsSaid() throws Exception {
        var words = new LinkedHashMap<>(CANARIES);
        words.put("the link of a partner", LINK);
        SIGNING_SECRETS.forEach((service, secret) -> words.put("the secret of a subscription at " + service, secret));
        words.put("the path of a web hook", HOOK);
        words.put("the key of NotifyNL", NOTIFY_KEY);
        words.put("the token of its receipts", RECEIPT_TOKEN);
        var leaks = new TreeSet<String>();
        search((place, line) -> {
            if (SECRET.matcher(line).find()) {
                leaks.add("a secret in " + place);
            }
            if (place.equals("log traces.bin") && line.contains("exception.message")) {
                leaks.add("messages of failures in " + place);
            }
            words.forEach((what, word) -> {
                if (line.contains(word)) {
                    leaks.add(what + " in " + place);
                }
            });
        });
        assertThat(leaks).isEmpty();

        // the search can find: the id of the robbery is where it may be, the canary where it must be
        var robberyId = report("CANARY-1", CANARIES).body().get("robberyId").asText();
        var found = new TreeSet<String>();
        search((place, line) -> {
            if (line.contains(robberyId)) {
                found.add(place);
            }
            if (line.contains("\"level\":\"TRACE\"")) {
                found.add("TRACE in " + place);
            }
        });
        assertThat(found)
                .contains("topic aftercare.cases.v1", "log traces.bin")
                .contains(
                        "TRACE in log case-service-0.log",
                        "TRACE in log offer-service-0.log",
                        "TRACE in log neighbourhood-service-0.log",
                        "TRACE in log notification-service-0.log");
        assertThat(metrics().get("metrics of case-service-0")).contains("aftercare_outbox_relayed");
        // somebody may have found the robbery that the third belongs to
        assertThat(count("cases", "aftercare_case where victim_name = 'Kanarie Zevenster'")
                        + count("cases", "intake_message where body like '%Kanarie Zevenster%'"))
                .isGreaterThanOrEqualTo(3);
    }

    /** Looks through everything that others than case-service's own tables hold, line by line: topics, logs, metrics, traces. */
    private void search(BiConsumer<String, String> placeAndLine) throws Exception {
        var kafka = new KafkaLog(suite.kafka().bootstrapServers());
        for (var topic : kafka.topics()) {
            kafka.all(topic).forEach(message -> {
                placeAndLine.accept("topic " + topic, String.valueOf(message.key()));
                message.headers()
                        .forEach(header -> placeAndLine.accept(
                                "topic " + topic, new String(header.value(), StandardCharsets.UTF_8)));
                placeAndLine.accept("topic " + topic, new String(message.value(), StandardCharsets.UTF_8));
            });
        }
        try (var logs = Files.list(FOLDERS.state().resolve("log"))) {
            for (var log : logs.toList()) {
                try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(line -> placeAndLine.accept("log " + log.getFileName(), line));
                }
            }
        }
        metrics().forEach((place, text) -> text.lines().forEach(line -> placeAndLine.accept(place, line)));
    }

    @Override
    SuiteClient client() {
        return client;
    }

    @Override
    Predicate<String> afterYears(String closedCase) throws Exception {
        change(
                "cases",
                "update aftercare_case set closed_on = closed_on - interval '10 years' where id = '" + closedCase
                        + "'");
        for (var service : ServiceName.values()) {
            change(service.database(), "update webhook_delivery set state = 'GIVEN_UP' where state = 'DELIVERED'");
        }
        return operation -> false;
    }

    private static void change(String database, String sql) throws Exception {
        try (var connection = suite.postgres().connect(database);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    @Override
    List<MailServer.Mail> mails() {
        return suite.mail().mails();
    }

    @Override
    Map<String, String> metrics() throws Exception {
        var metrics = new LinkedHashMap<String, String>();
        for (var service : suite.services()) {
            metrics.put("metrics of " + service.name(), text(service.managementUrl() + "/metrics"));
        }
        return metrics;
    }

    private static SuiteClient.Answer report(String reference, Map<String, String> victim) throws Exception {
        return post(reference, """
                {"reference":"%s","municipality":"9901","kind":"COMMERCIAL","occurredAt":"2026-03-02T21:40:00+01:00",
                 "victims":[%s]}""".formatted(reference, victim("1", victim)));
    }

    private static SuiteClient.Answer update(String reference, Map<String, String> victim) throws Exception {
        return post(reference, "/robbery-updates", """
                {"reference":"%s","municipality":"9901","statedAt":"2026-03-03T12:00:00Z","victims":[%s]}""".formatted(reference, victim("2", victim)));
    }

    private static String victim(String reference, Map<String, String> victim) {
        return """
                {"reference":"%s","type":"DIRECT","name":"%s","email":"%s","phone":"%s","address":{
                 "postcode":"%s","houseNumber":1,"houseNumberAddition":"%s","street":"%s","town":"%s"}}""".formatted(
                        reference,
                        victim.get("name"),
                        victim.get("email"),
                        victim.get("phone"),
                        victim.get("postcode"),
                        victim.get("houseNumberAddition"),
                        victim.get("street"),
                        victim.get("town"));
    }

    private static SuiteClient.Answer post(String reference, String body) throws Exception {
        return post(reference, "/robbery-reports", body);
    }

    private static SuiteClient.Answer post(String reference, String path, String body) throws Exception {
        var key = reference + "-" + body.hashCode();
        return client.post(
                "police-feed",
                ServiceName.CASE,
                path,
                body,
                Map.of("Idempotency-Key", key, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
    }

    private static Map<String, String> with(Map<String, String> victim, String field, String value) {
        var changed = new LinkedHashMap<>(victim);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Long> counts() throws Exception {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : List.of(
                "cases.robbery",
                "cases.aftercare_case",
                "offers.tailored_offer",
                "offers.rule_set_version",
                "neighbourhood.neighbourhood_plan",
                "neighbourhood.partner",
                "notifications.message")) {
            counts.put(table, count(table.split("\\.")[0], table.split("\\.")[1]));
        }
        counts.put("mails", (long) suite.mail().mails().size());
        return counts;
    }

    private static long count(String database, String table) throws Exception {
        try (var connection = suite.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The traces of all exported spans with a name. */
    private static Set<String> spans(String name) throws Exception {
        var exported = Files.readString(FOLDERS.state().resolve("log/traces.bin"), StandardCharsets.ISO_8859_1);
        return Pattern.compile(SPAN.formatted(name), Pattern.DOTALL)
                .matcher(exported)
                .results()
                .map(span -> HexFormat.of().formatHex(span.group(1).getBytes(StandardCharsets.ISO_8859_1)))
                .collect(Collectors.toSet());
    }
}
