package nl.aftercare.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * From the commit in case-service until the offer and the plan can be read, at 50 reports a second for a minute. PostgreSQL keeps
 * the time of every commit, so nothing is polled and all times are of one clock. The limit beside it: the same chain with nothing
 * in it, a commit, a record over the broker, a commit.
 */
final class Effect {
    private static final int RATE = 50;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Folders folders;

    Effect(Folders folders) {
        this.folders = folders;
    }

    void run() throws Exception {
        var ports = Ports.free();
        var options = new Suite.Options(folders, ports, 1, Map.of()).withJvm(List.of("-Xmx384m"));
        try (var suite = Suite.start(options)) {
            keepCommitTimes(suite);
            var token = new SuiteClient(ports, 1).token("police-feed");
            var url = suite.services().getFirst().url();
            Console.step("warming up for " + WARM_UP_SECONDS + " s");
            send(url, token, WARM_UP_SECONDS);
            awaitEffects(suite);
            var limit = new BareChain(suite).measure();
            Console.step("measuring for " + SECONDS + " s");
            var first = commits(suite, "cases", "robbery", "id").size();
            send(url, token, SECONDS);
            awaitEffects(suite);
            var effect = effect(suite, first);
            Console.print(
                    "%n%d reports at %d/s; commit to offer and plan readable: p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f (aim 15, 60 for p99)"
                            .formatted(
                                    effect.count(),
                                    RATE,
                                    effect.millis(50),
                                    effect.millis(90),
                                    effect.millis(99),
                                    effect.millis(100)));
            Console.print(
                    "a commit, a record over the broker, a commit: p50 %.1f ms, p99 %.1f; ratio of the medians %.1f"
                            .formatted(limit.millis(50), limit.millis(99), effect.millis(50) / limit.millis(50)));
        }
    }

    private static void keepCommitTimes(Suite suite) throws SQLException, IOException, InterruptedException {
        try (var connection = suite.postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
        }
        suite.postgres().stop();
        suite.postgres().start();
    }

    private static void send(String url, String token, int seconds) throws InterruptedException, ExecutionException {
        var answers = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int n = 0; n < RATE * seconds; n++) {
                LockSupport.parkNanos(start + n * (1_000_000_000L / RATE) - System.nanoTime());
                answers.add(pool.submit(() -> {
                    try (var connection = new nl.aftercare.benchmarks.Connection(url)) {
                        return connection.send(Reports.next(token)).status();
                    }
                }));
            }
        }
        int refused = 0;
        for (var answer : answers) {
            refused += answer.get() == 201 ? 0 : 1;
        }
        if (refused > 0) {
            Console.print("%d of %d reports were not accepted".formatted(refused, answers.size()));
        }
    }

    private static void awaitEffects(Suite suite) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count(suite, "cases", "robbery") > count(suite, "offers", "tailored_offer")
                || count(suite, "cases", "robbery") > count(suite, "neighbourhood", "neighbourhood_plan")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the effects did not come");
            }
            Thread.sleep(100);
        }
    }

    private static Percentiles effect(Suite suite, int skipped) throws SQLException {
        var reported = commits(suite, "cases", "robbery", "id");
        var effects = new HashMap<String, Long>();
        for (var commit : commits(suite, "offers", "tailored_offer", "robbery_id")) {
            effects.merge(commit.id(), commit.nanos(), Math::max);
        }
        for (var commit : commits(suite, "neighbourhood", "neighbourhood_plan", "robbery_id")) {
            effects.merge(commit.id(), commit.nanos(), Math::max);
        }
        return new Percentiles(reported.stream()
                .skip(skipped)
                .mapToLong(report -> Objects.requireNonNull(effects.get(report.id())) - report.nanos())
                .toArray());
    }

    private record Commit(String id, long nanos) {}

    /** In the order of the commits. */
    private static List<Commit> commits(Suite suite, String database, String table, String id) throws SQLException {
        var sql = "select %s, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint from %s order by 2"
                .formatted(id, table);
        try (var connection = suite.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var commits = new ArrayList<Commit>();
            while (rows.next()) {
                commits.add(new Commit(rows.getString(1), rows.getLong(2) * 1_000));
            }
            return commits;
        }
    }

    private static long count(Suite suite, String database, String table) throws SQLException {
        try (Connection connection = suite.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
