package nl.aftercare.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * Sixteen years of the whole country at its worst through the front door of the whole suite: robberies per second until every offer,
 * plan and message is there, and nothing lost. The limit beside it: how fast the reports alone were accepted.
 */
final class Replay {
    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private final Folders folders;
    private final int robberies;

    Replay(Folders folders, int robberies) {
        this.folders = folders;
        this.robberies = robberies;
    }

    /** @return whether nothing was lost */
    boolean run() throws Exception {
        var ports = Ports.free();
        var options = new Suite.Options(folders, ports, 1, Map.of()).withJvm(List.of("-Xmx384m"));
        try (var suite = Suite.start(options)) {
            var client = new SuiteClient(ports, 1);
            client.put(
                    "coordinator",
                    ServiceName.CASE,
                    "/coordinators/9901",
                    "{\"name\":\"Coördinator Voorbeeld\",\"email\":\"nazorg@voorbeeld.example\"}",
                    Map.of());
            long start = System.nanoTime();
            send(suite, client);
            double accepted = seconds(start);
            Console.step("all %d reports are accepted after %.0f s; waiting for what comes of them"
                    .formatted(robberies, accepted));
            awaitAll(suite);
            double done = seconds(start);
            boolean right = print(suite);
            Console.print(
                    "%d robberies in %.0f s: %.1f per second until all is done; the reports alone were accepted at %.1f per second; ratio %.2f"
                            .formatted(robberies, done, robberies / done, robberies / accepted, accepted / done));
            return right;
        }
    }

    private void send(Suite suite, SuiteClient client) throws Exception {
        var next = new AtomicInteger();
        var url = suite.services().getFirst().url();
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var senders = new ArrayList<Future<Void>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                senders.add(pool.submit(() -> {
                    try (var connection = new Connection(url)) {
                        while (next.getAndIncrement() < robberies) {
                            var answer = connection.send(Reports.next(client.token("police-feed")));
                            if (answer.status() != 201) {
                                throw new IllegalStateException("a report was not accepted: " + answer);
                            }
                        }
                    }
                    return null;
                }));
            }
            for (var sender : senders) {
                sender.get();
            }
        }
    }

    private void awaitAll(Suite suite) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (expected().entrySet().stream().anyMatch(count -> count(suite, count.getKey()) < count.getValue())) {
            if (System.nanoTime() > deadline) {
                return;
            }
            Thread.sleep(500);
        }
    }

    private boolean print(Suite suite) {
        boolean right = true;
        for (var count : expected().entrySet()) {
            long found = count(suite, count.getKey());
            right &= found == count.getValue();
            Console.print("%s %-52s %d of %d"
                    .formatted(found == count.getValue() ? " " : "✗", count.getKey(), found, count.getValue()));
        }
        return right;
    }

    /** Table of a database, with how many rows it should have. */
    private Map<String, Long> expected() {
        // told of a robbery: its report, its offer, its plan, its message
        return Map.of(
                "cases.robbery", (long) robberies,
                "cases.aftercare_case", (long) robberies,
                "offers.tailored_offer", (long) robberies,
                "neighbourhood.neighbourhood_plan", (long) robberies,
                "notifications.message where state = 'SENT'", (long) robberies,
                "cases.timeline_step", 4L * robberies);
    }

    private static long count(Suite suite, String table) {
        var database = table.substring(0, table.indexOf('.'));
        try (var connection = suite.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table.substring(database.length() + 1))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
