package nl.aftercare.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stands in for NotifyNL, which nobody but a municipality has: its API as the official client uses it, on a bad day. It has no time,
 * breaks, refuses a number, is slow, or takes a message and does not say so; it takes the same reference twice, as the real one does. What
 * became of a message it tells late, twice, or against what it told before.
 */
final class MoodyNotify implements AutoCloseable {
    static final String RECEIPT_TOKEN = "load-receipt-token";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final List<URI> receivers;
    private final Random random;
    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final Moods<Mood> moods;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicInteger receiptsLeft = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private HttpServer server;

    /** How it takes the next message, and how often of a hundred. */
    enum Mood implements Moods.Mood {
        GOOD(72, 201),
        /** Too much at once. */
        LIMITED(5, 429),
        AWAY(5, 503),
        BROKEN(4, 500),
        /** Never for this number. */
        REFUSING(4, 400),
        /** Takes it, and the answer is lost. */
        SILENT(6, 201),
        /** Takes it, and answers late. */
        SLOW(4, 201);

        private final int share;
        private final int status;

        Mood(int share, int status) {
            this.share = share;
            this.status = status;
        }

        @Override
        public int share() {
            return share;
        }
    }

    /** @param receivers of what became of a message: the path of the receipts at each replica */
    MoodyNotify(List<URI> receivers, long seed) throws IOException {
        this.receivers = receivers;
        this.random = new Random(seed);
        this.moods = new Moods<>(Mood.values(), seed);
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    int port() {
        return port;
    }

    /** How often each reference was taken. */
    Map<String, Integer> taken() {
        return taken.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .size()));
    }

    /** Receipts that were not told yet. */
    int receiptsLeft() {
        return receiptsLeft.get();
    }

    /** How often it was in which mood. */
    Map<Mood, Long> moods() {
        return moods.shown();
    }

    /** From now on it is away, in the middle of whatever it did; what it took it remembers. */
    void kill() {
        server.stop(0);
    }

    void start() throws IOException {
        server = open(port);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        kill();
    }

    private HttpServer open(int at) throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/v2/notifications", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("GET")) {
                    find(exchange);
                } else {
                    take(exchange);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        opened.start();
        return opened;
    }

    private void find(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var reference = URLDecoder.decode(query.replaceFirst(".*reference=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        var found = JSON.createArrayNode();
        taken.getOrDefault(reference, List.of())
                .forEach(id -> found.add(JSON.createObjectNode()
                        .put("id", id)
                        .put("reference", reference)
                        .put("type", "sms")
                        .put("status", "sending")
                        .put("body", "x")
                        .put("created_at", "2026-03-02T12:00:00.000Z")
                        .set("template", template())));
        var body = JSON.createObjectNode();
        body.set("notifications", found);
        body.set("links", JSON.createObjectNode().put("current", "x"));
        answer(exchange, 200, body);
    }

    private void take(HttpExchange exchange) throws IOException, InterruptedException {
        var body = JSON.readTree(exchange.getRequestBody());
        var mood = moods.next();
        if (mood.status != 201) {
            var errors = JSON.createObjectNode().put("status_code", mood.status);
            errors.set(
                    "errors", JSON.createArrayNode().add(JSON.createObjectNode().put("error", mood.name())));
            answer(exchange, mood.status, errors);
            return;
        }
        var reference = body.required("reference").asText();
        var id = UUID.randomUUID().toString();
        taken.computeIfAbsent(reference, one -> new ArrayList<>()).add(id);
        tellLater(reference, id);
        if (mood == Mood.SILENT) {
            return;
        }
        if (mood == Mood.SLOW) {
            Thread.sleep(Duration.ofSeconds(2));
        }
        var content = JSON.createObjectNode().put("body", "x").put("from_number", "x");
        var answer = JSON.createObjectNode()
                .put("id", id)
                .put("reference", reference)
                .put("uri", "x");
        answer.set("content", content);
        answer.set("template", template());
        answer(exchange, 201, answer);
    }

    private static JsonNode template() {
        return JSON.createObjectNode()
                .put("id", new UUID(0, 3).toString())
                .put("version", 1)
                .put("uri", "x");
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What became of it: often that it arrived, sometimes that it did not, and now and then both or twice. */
    private synchronized void tellLater(String reference, String id) {
        int roll = random.nextInt(100);
        var now = Instant.now();
        var statuses = new ArrayList<>(List.of("sending", roll < 8 ? "permanent-failure" : "delivered"));
        if (roll % 10 == 0) {
            statuses.add(statuses.getLast());
        }
        if (roll % 10 == 1) {
            statuses.add(1, "temporary-failure");
        }
        IntStream.range(0, statuses.size()).forEach(i -> {
            receiptsLeft.incrementAndGet();
            var receipt = """
                    {"id":"%s","reference":"%s","to":"x","status":"%s","completed_at":"%s","notification_type":"sms"}""".formatted(id, reference, statuses.get(i), now.plusMillis(i));
            clock.schedule(() -> tell(receipt), random.nextInt(8_000), TimeUnit.MILLISECONDS);
        });
    }

    /** Until somebody takes it, as the real one does. */
    private void tell(String receipt) {
        var receiver = receivers.get(Math.floorMod(receipt.hashCode(), receivers.size()));
        try {
            var request = HttpRequest.newBuilder(receiver)
                    .header("Authorization", "Bearer " + RECEIPT_TOKEN)
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(receipt))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 500) {
                receiptsLeft.decrementAndGet();
                return;
            }
        } catch (IOException e) {
            // nobody there: told again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        clock.schedule(() -> tell(receipt), 1, TimeUnit.SECONDS);
    }
}
