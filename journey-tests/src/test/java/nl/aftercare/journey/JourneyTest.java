package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static Suite suite;
    private static SuiteClient client;

    @BeforeAll
    static void start() throws Exception {
        FOLDERS.clear();
        var ports = Ports.free();
        // whatever somebody turns on to look for a fault
        suite = Suite.start(new Suite.Options(FOLDERS, ports, 1, Map.of("quarkus.log.level", "TRACE")));
        client = new SuiteClient(ports, 1);
    }

    @AfterAll
    static void stop() {
        suite.close();
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
    void noPersonalDataLeavesTheServiceThatKeepsIt() throws Exception {
        var canaries = Map.of(
                "name", "Kanarie Zevenster",
                "email", "kanarie.zevenster@voorbeeld.example",
                "phone", "+31 00 7137713",
                "street", "Kanariesteeg",
                "town", "Zevensterdam",
                "postcode", "9999QX",
                "houseNumberAddition", "kzvn");
        var answer = report("CANARY-1", canaries);
        assertThat(answer.status()).isEqualTo(201);
        // what fails may be quoted in a log
        assertThat(report("CANARY-2", with(canaries, "postcode", "Kanariesteeg"))
                        .status())
                .isEqualTo(400);
        assertThat(report("CANARY-1", with(canaries, "name", "Kanarie Zevenster II"))
                        .status())
                .isEqualTo(409);
        assertThat(post("CANARY-3", "{\"victims\": \"Kanarie Zevenster").status())
                .isEqualTo(400);
        // what the police tell later, and what nobody knows the robbery of
        assertThat(update("CANARY-1", canaries).status()).isEqualTo(200);
        assertThat(update("CANARY-4", canaries).status()).isEqualTo(202);
        assertThat(update("CANARY-5", with(canaries, "postcode", "Kanariesteeg"))
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
        await(() -> indexOf(
                        Files.readAllBytes(FOLDERS.state().resolve("log/traces.bin")),
                        HexFormat.of().parseHex(TRACE))
                >= 0);

        // what comes of a report belongs to its trace, in every service, up to the mail that was sent
        var kafka = new KafkaLog(suite.kafka().bootstrapServers());
        for (var topic : List.of("cases", "offers", "neighbourhood", "notifications")) {
            await(() -> kafka.all("aftercare." + topic + ".v1").stream()
                    .anyMatch(event -> robberyId.equals(event.key())
                            && KafkaLog.header(event, "traceparent").contains(TRACE)));
        }

        var leaks = new ArrayList<String>();
        for (var place : places().entrySet()) {
            SECRET.matcher(place.getValue()).results().forEach(secret -> leaks.add("a secret in " + place.getKey()));
            canaries.forEach((field, canary) -> {
                if (place.getValue().contains(canary)) {
                    leaks.add(field + " in " + place.getKey());
                }
            });
        }

        assertThat(leaks).isEmpty();
        // the search can find: the id of the robbery is where it may be, the canary where it must be
        assertThat(places().get("topic aftercare.cases.v1")).contains(robberyId);
        assertThat(count("cases", "aftercare_case where victim_name = 'Kanarie Zevenster'"))
                .isEqualTo(2);
        assertThat(count("cases", "intake_message where body like '%Kanarie Zevenster%'"))
                .isEqualTo(1);
    }

    /** Everything that others than case-service's own tables hold: topics, logs, metrics, traces. */
    private Map<String, String> places() throws Exception {
        var places = new LinkedHashMap<String, String>();
        var kafka = new KafkaLog(suite.kafka().bootstrapServers());
        for (var topic : kafka.topics()) {
            var text = new StringBuilder();
            kafka.all(topic).forEach(message -> {
                text.append(message.key()).append('\n');
                message.headers().forEach(header -> text.append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append('\n'));
                text.append(new String(message.value(), StandardCharsets.UTF_8)).append('\n');
            });
            places.put("topic " + topic, text.toString());
        }
        try (var logs = Files.list(FOLDERS.state().resolve("log"))) {
            for (var log : logs.toList()) {
                places.put(
                        "log " + log.getFileName(), new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1));
            }
        }
        places.putAll(metrics());
        assertThat(places).hasSizeGreaterThan(18);
        assertThat(places.get("metrics of case-service-0")).contains("aftercare_outbox_relayed");
        return places;
    }

    @Override
    SuiteClient client() {
        return client;
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

    private static int indexOf(byte[] text, byte[] part) {
        return new String(text, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
