package nl.aftercare.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.StartupException;
import nl.aftercare.quickstart.SuiteClient;
import nl.aftercare.quickstart.SuiteClient.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator under load: arranges a meeting for some of the robberies as soon as there is a plan, changes one in three
 * arrangements afterwards and cancels one in four. What gets no answer is read and sent again.
 */
final class Arrangements implements AutoCloseable {
    private static final String DAY = "2026-03-10";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final UUID END = new UUID(0, 0);
    private final SuiteClient suite;
    private final Random random;
    private final BlockingQueue<UUID> robberies = new LinkedBlockingQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Thread coordinator;
    private volatile @Nullable StartupException failure;

    Arrangements(SuiteClient suite, long seed) throws IOException, InterruptedException {
        this.suite = suite;
        this.random = new Random(seed);
        var partner = addPartner();
        coordinator = Thread.ofVirtual().start(() -> work(partner));
    }

    /** Arrangements accepted so far, each of which a partner should hear of. */
    int accepted() {
        return accepted.get();
    }

    /** Those of them that fell away again. */
    int cancelled() {
        return cancelled.get();
    }

    void add(UUID robberyId) {
        robberies.add(robberyId);
    }

    /** Waits until all are made, or one cannot be made: then it says why, and false. */
    boolean finish() throws InterruptedException {
        robberies.add(END);
        coordinator.join();
        if (failure != null) {
            Console.step("the coordinator gave up: " + failure.getMessage());
        }
        return failure == null;
    }

    @Override
    public void close() {
        coordinator.interrupt();
    }

    private void work(String partner) {
        try {
            for (var robbery = robberies.take(); !robbery.equals(END); robbery = robberies.take()) {
                var plan = plan(robbery);
                arrange(plan, partner, "20:00");
                if (random.nextInt(3) == 0) {
                    arrange(plan, partner, "19:30");
                }
                if (random.nextInt(4) == 0) {
                    cancel(plan);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StartupException e) {
            failure = e;
        }
    }

    private String addPartner() throws IOException, InterruptedException {
        var partner = """
                {"municipality":"9901","kind":"%s","name":"Voorbeeldpartner","contactName":"contactpersoon","email":"partner@voorbeeld.example"}""".formatted("BUSINESS_ASSOCIATION");
        return suite.post(
                        "coordinator",
                        ServiceName.NEIGHBOURHOOD,
                        "/partners",
                        partner,
                        Map.of("Idempotency-Key", "load-partner"))
                .body()
                .required("id")
                .asText();
    }

    private String plan(UUID robbery) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = answer(() -> suite.get(
                            "coordinator", ServiceName.NEIGHBOURHOOD, "/neighbourhood-plans?robberyId=" + robbery))
                    .body()
                    .path("items")
                    .path(0);
            if (!found.isMissingNode()) {
                return found.get("id").asText();
            }
            Thread.sleep(20);
        }
        throw new StartupException("the plan of a robbery did not come");
    }

    private void arrange(String plan, String partner, String time) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan;
        var arrangement = """
                {"partnerId":"%s","agreedOn":"%s","startsAt":"2026-03-18T%s:00+01:00"}""".formatted(partner, DAY, time);
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() ->
                    suite.put("coordinator", ServiceName.NEIGHBOURHOOD, path + "/arrangement", arrangement, version));
            if (answer.status() < 300) {
                accepted.incrementAndGet();
                return;
            }
        }
    }

    private void cancel(String plan) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan;
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            if (read.body().path("arrangement").isMissingNode()
                    || read.body().path("arrangement").isNull()) {
                // taken, though the answer was lost
                cancelled.incrementAndGet();
                return;
            }
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() -> suite.post(
                    "coordinator",
                    ServiceName.NEIGHBOURHOOD,
                    path + "/arrangement/cancellations",
                    "{\"askedBy\":\"PARTNER\",\"reason\":\"PARTNER_UNAVAILABLE\"}",
                    version));
            if (answer.status() < 300) {
                cancelled.incrementAndGet();
                return;
            }
        }
    }

    private interface Request {
        Answer send() throws IOException, InterruptedException;
    }

    /** Sends until it is answered by a service that works; a version that is not the latest is for the caller to mend. */
    private static Answer answer(Request request) throws InterruptedException {
        while (true) {
            try {
                var answer = request.send();
                if (answer.status() < 300 || answer.status() == 412 || answer.status() == 409) {
                    return answer;
                }
                if (answer.status() < 500) {
                    throw new StartupException("a request of the load was refused: " + answer.body());
                }
            } catch (IOException e) {
                // no answer: nobody knows whether it was taken, so it is sent again
            }
            Thread.sleep(100);
        }
    }
}
