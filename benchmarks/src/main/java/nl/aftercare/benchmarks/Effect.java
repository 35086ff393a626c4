package nl.aftercare.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * From the commit in case-service until the offer and the plan can be read, at 50 reports a second for a minute. The clock
 * starts when the answer to the report has arrived, which is just after the commit, and stops when both rows are seen in the
 * databases, which are asked about every millisecond. The limit beside it: the same asking of a row that is there.
 */
final class Effect {
    private static final int RATE = 50;
    private static final int WATCHERS = 6;
    private static final int WARM_UP_SECONDS = 75;
    private static final int SECONDS = 60;
    private static final Pattern ROBBERY = Pattern.compile("\"robberyId\":\"([0-9a-f-]+)\"");
    private final Folders folders;

    Effect(Folders folders) {
        this.folders = folders;
    }

    void run() throws Exception {
        var ports = Ports.free();
        var options = new Suite.Options(folders, ports, 1, Map.of()).withJvm(List.of("-Xmx384m"));
        try (var suite = Suite.start(options)) {
            var token = new SuiteClient(ports, 1).token("police-feed");
            var url = suite.services().getFirst().url();
            Console.step("warming up for " + WARM_UP_SECONDS + " s");
            warmUp(url, token);
            var effect = measure(suite, url, token, SECONDS);
            Console.print(
                    "%n%d reports at %d/s; commit to offer and plan readable: p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f (aim 15, 60 for p99)"
                            .formatted(
                                    effect.count(),
                                    RATE,
                                    effect.millis(50),
                                    effect.millis(90),
                                    effect.millis(99),
                                    effect.millis(100)));
            Console.print("one question to both databases by itself: %.2f ms"
                    .formatted(question(suite).millis(50)));
        }
    }

    /** As fast as one connection goes: the four JVMs need about a minute of work. */
    private static void warmUp(String url, String token) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(WARM_UP_SECONDS).toNanos();
        try (var connection = new nl.aftercare.benchmarks.Connection(url)) {
            while (System.nanoTime() < end) {
                connection.send(Reports.next(token));
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private static Percentiles measure(Suite suite, String url, String token, int seconds)
            throws InterruptedException, ExecutionException, SQLException {
        var watchers = watchers(suite, WATCHERS);
        var results = new ArrayList<Future<Long>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int n = 0; n < RATE * seconds; n++) {
                long due = start + n * (1_000_000_000L / RATE);
                LockSupport.parkNanos(due - System.nanoTime());
                results.add(pool.submit(() -> once(url, token, watchers)));
            }
            var nanos = new long[results.size()];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = results.get(i).get();
            }
            return new Percentiles(nanos);
        } finally {
            for (var watcher : watchers) {
                watcher.close();
            }
        }
    }

    private static long once(String url, String token, BlockingQueue<Watcher> watchers)
            throws IOException, InterruptedException, SQLException {
        String robberyId;
        long committed;
        try (var connection = new nl.aftercare.benchmarks.Connection(url)) {
            var answer = connection.send(Reports.next(token));
            committed = System.nanoTime();
            var id = ROBBERY.matcher(answer.body());
            if (!id.find()) {
                throw new IllegalStateException("not accepted: " + answer);
            }
            robberyId = id.group(1);
        }
        var watcher = watchers.take();
        try {
            while (!watcher.sees(robberyId)) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
            return System.nanoTime() - committed;
        } finally {
            watchers.put(watcher);
        }
    }

    private static Percentiles question(Suite suite) throws SQLException {
        try (var watcher = new Watcher(suite)) {
            var nanos = new long[1_000];
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                watcher.sees("00000000-0000-0000-0000-000000000000");
                nanos[i] = System.nanoTime() - begin;
            }
            return new Percentiles(nanos);
        }
    }

    private static BlockingQueue<Watcher> watchers(Suite suite, int count) throws SQLException {
        var watchers = new ArrayBlockingQueue<Watcher>(count);
        for (int i = 0; i < count; i++) {
            watchers.add(new Watcher(suite));
        }
        return watchers;
    }

    /** Asks both databases for what came of a robbery. */
    private static final class Watcher implements AutoCloseable {
        private final Connection offers;
        private final Connection neighbourhood;

        Watcher(Suite suite) throws SQLException {
            offers = suite.postgres().connect("offers");
            neighbourhood = suite.postgres().connect("neighbourhood");
            try (var statement = offers.createStatement()) {
                statement.execute("create index if not exists bench_robbery on tailored_offer (robbery_id)");
            }
        }

        boolean sees(String robberyId) throws SQLException {
            return has(offers, "select 1 from tailored_offer where robbery_id = ?::uuid", robberyId)
                    & has(neighbourhood, "select 1 from neighbourhood_plan where robbery_id = ?::uuid", robberyId);
        }

        private static boolean has(Connection connection, String sql, String robberyId) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, robberyId);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        }

        @Override
        public void close() throws SQLException {
            offers.close();
            neighbourhood.close();
        }
    }
}
