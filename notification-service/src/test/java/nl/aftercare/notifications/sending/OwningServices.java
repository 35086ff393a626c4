package nl.aftercare.notifications.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Answers for case-service and neighbourhood-service, which are tested by themselves; the journey test has the real ones. */
public class OwningServices implements QuarkusTestResourceLifecycleManager {
    /** Requests as {@code path?query authorization}. */
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    /** Municipalities of which no address is known: neither of the coordinator nor of a partner. */
    public static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();

    /** Meetings of which nothing is asked any more. */
    static final Set<String> NOTHING_TO_ASK = ConcurrentHashMap.newKeySet();

    /** Where mail comes back that cannot be delivered. */
    static final GreenMail RETURNED = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/coordinators/", OwningServices::coordinator);
        server.createContext("/v1/offers", OwningServices::offers);
        server.createContext("/v1/partners/", OwningServices::partner);
        server.createContext("/v1/neighbourhood-plans/", OwningServices::approvedText);
        server.createContext("/v2/notifications", OwningServices::notifyNl);
        server.createContext("/v1/cases/", OwningServices::rightToContact);
        server.createContext("/v1/meetings/", OwningServices::question);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        RETURNED.start();
        RETURNED.setUser("nazorg@voorbeeld.example", "nazorg", "nazorg");
        var settings = new HashMap<>(Map.of(
                "aftercare.bounces.every", "1s",
                "aftercare.channels.usual.bounces.host", "127.0.0.1",
                "aftercare.channels.usual.bounces.port",
                        Integer.toString(RETURNED.getImap().getPort()),
                "aftercare.channels.usual.bounces.ssl", "false",
                "aftercare.channels.usual.bounces.username", "nazorg",
                "aftercare.channels.usual.bounces.password", "nazorg"));
        settings.putAll(Map.of(
                "aftercare.case-service.url",
                url,
                "aftercare.neighbourhood-service.url",
                url,
                "aftercare.offer-service.url",
                url,
                "aftercare.channels.9909.notify-nl.base-url",
                url,
                "aftercare.channels.9909.notify-nl.api-key",
                "test-" + new UUID(0, 1) + "-" + new UUID(0, 2),
                "aftercare.channels.9909.notify-nl.text-template",
                new UUID(0, 3).toString(),
                "aftercare.channels.9909.notify-nl.letter-template",
                new UUID(0, 4).toString(),
                "aftercare.channels.9909.notify-nl.receipt-token",
                NOTIFY_TOKEN,
                "aftercare.trial.addresses",
                ".+@([^@]+[.])?example,[+]31600000000,1234 AB  Voorbeeldstad"));
        return settings;
    }

    @Override
    public void stop() {
        RETURNED.stop();
        server.stop(0);
    }

    private static void coordinator(HttpExchange exchange) throws IOException {
        var municipality = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        answer(
                exchange,
                municipality,
                "{\"name\":\"Coördinator Voorbeeld\",\"email\":\"nazorg." + municipality + "@voorbeeld.example\","
                        + "\"manager\":{\"name\":\"Manager Voorbeeld\",\"email\":\"manager@voorbeeld.example\"}}");
    }

    private static void partner(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                exchange.getRequestURI().getQuery().replaceFirst("municipality=", ""),
                "{\"id\":\"x\",\"kind\":\"BUSINESS_ASSOCIATION\",\"name\":\"Partner\",\"contactName\":\"Contact Voorbeeld\",\"email\":\"partner@voorbeeld.example\"}");
    }

    static final String NOTIFY_TOKEN = "test-receipt-token";

    /** What NotifyNL got: type and reference. */
    static final List<String> NOTIFIED = new CopyOnWriteArrayList<>();

    /** Statuses with which NotifyNL answers next, before it takes anything; 0 takes it and closes without an answer. */
    static final Queue<Integer> NOTIFY_ANSWERS = new ConcurrentLinkedQueue<>();

    private static void notifyNl(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var reference = exchange.getRequestURI().getQuery().replaceFirst(".*reference=([^&]*).*", "$1");
            var found = NOTIFIED.stream()
                    .filter(one -> one.endsWith(" " + reference))
                    .map(
                            one -> "{\"id\":\"" + new UUID(0, 9) + "\",\"reference\":\"" + reference
                                    + "\",\"type\":\"sms\",\"status\":\"sending\",\"template\":{\"id\":\""
                                    + new UUID(0, 3)
                                    + "\",\"version\":1,\"uri\":\"x\"},\"body\":\"x\",\"created_at\":\"2026-03-02T12:00:00.000Z\"}")
                    .limit(1)
                    .collect(Collectors.joining());
            answer(exchange, 200, "{\"notifications\":[" + found + "],\"links\":{\"current\":\"x\"}}");
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var type = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        var status = NOTIFY_ANSWERS.poll();
        if (status != null && status > 0) {
            answer(
                    exchange,
                    status,
                    "{\"errors\":[{\"error\":\"x\",\"message\":\"y\"}],\"status_code\":" + status + "}");
            return;
        }
        var reference = body.replaceFirst("(?s).*\"reference\"\\s*:\\s*\"([^\"]*)\".*", "$1")
                .replace("\\/", "/");
        NOTIFIED.add(type + " " + reference);
        if (status != null) {
            exchange.close();
            return;
        }
        answer(
                exchange,
                201,
                "{\"id\":\"" + new UUID(0, 9) + "\",\"reference\":\"" + reference
                        + "\",\"uri\":\"x\",\"content\":{\"body\":\"x\",\"subject\":\"x\",\"from_number\":\"x\",\"from_email\":\"x\"},"
                        + "\"template\":{\"id\":\"" + new UUID(0, 3) + "\",\"version\":1,\"uri\":\"x\"}}");
    }

    /** Plans whose text, as it is now, nobody approved. */
    public static final Set<String> NOT_APPROVED = ConcurrentHashMap.newKeySet();

    private static void approvedText(HttpExchange exchange) throws IOException {
        if (NOT_APPROVED.stream().anyMatch(exchange.getRequestURI().getPath()::contains)) {
            answer(exchange, 404, "{}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"subject\":\"Overval in de buurt\",\"body\":\"Beste bewoner,\",\"addresses\":120}");
        }
    }

    /** Of which robbery a case is; where none is named, of one of its own id. */
    static final Map<String, String> ROBBERIES = new ConcurrentHashMap<>();

    /** Cases without anything to offer. */
    static final Set<String> NOTHING_OFFERED = ConcurrentHashMap.newKeySet();

    private static void offers(HttpExchange exchange) throws IOException {
        var lines = NOTHING_OFFERED.stream().anyMatch(exchange.getRequestURI().getQuery()::contains)
                ? ""
                : "{\"label\":\"Gemeentelijk noodfonds\",\"outcome\":\"OFFER\",\"status\":null},"
                        + "{\"label\":\"Kierstandhouder\",\"outcome\":\"OFFER\",\"status\":\"DECLINED\"},"
                        + "{\"label\":\"Afroomkluis\",\"outcome\":\"NOT_APPLICABLE\",\"status\":null}";
        answer(exchange, 200, "{\"items\":[{\"lines\":[" + lines + "]}],\"nextCursor\":null}");
    }

    /** Victims who may not be written to, and why. */
    static final Map<String, String> RIGHTS = new ConcurrentHashMap<>();

    private static void rightToContact(HttpExchange exchange) throws IOException {
        var caseId = exchange.getRequestURI().getPath().split("/")[3];
        var right = RIGHTS.getOrDefault(caseId, "ALLOWED");
        var victim = right.equals("ALLOWED")
                ? "{\"name\":\"Slachtoffer Voorbeeld\",\"email\":\"slachtoffer@voorbeeld.example\",\"phone\":\"+31600000000\","
                        + "\"address\":{\"street\":\"Voorbeeldstraat 1\",\"town\":\"1234 AB  Voorbeeldstad\"}}"
                : right.equals("NO_EMAIL") ? "{\"name\":null}" : "null";
        answer(
                exchange,
                200,
                "{\"right\":\"" + (right.equals("NO_EMAIL") ? "ALLOWED" : right) + "\",\"proof\":\"" + caseId
                        + " v3\",\"robberyId\":\"" + ROBBERIES.getOrDefault(caseId, caseId)
                        + "\",\"municipality\":\"9901\",\"hearingOn\":"
                        + (exchange.getRequestURI().getQuery().contains("purpose=HEARING") ? "\"2026-09-01\"" : "null")
                        + ",\"victim\":" + victim + "}");
    }

    private static void question(HttpExchange exchange) throws IOException {
        if (NOTHING_TO_ASK.stream().anyMatch(exchange.getRequestURI().getPath()::contains)) {
            answer(exchange, 404, "{}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"round\":1,\"startsAt\":[\"2026-03-26T18:30:00Z\",\"2026-03-30T17:30:00Z\"],\"link\":\"https://nazorg.example/v1/answers/abc\"}");
        }
    }

    private static void answer(HttpExchange exchange, String municipality, String known) throws IOException {
        if (UNKNOWN.contains(municipality)) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, known);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        ASKED.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
