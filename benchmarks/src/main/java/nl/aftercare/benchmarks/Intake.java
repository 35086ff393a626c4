package nl.aftercare.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * Robbery reports durably accepted per second over REST, the relay publishing, against pgbench running the same inserts in one
 * transaction on the same server, and against a twin of the endpoint with blocking code on virtual threads. fsync is on in all.
 * Rounds alternate; the load shares the cores.
 */
final class Intake {
    private static final int CONNECTIONS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 5;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private final Folders folders;

    Intake(Folders folders) {
        this.folders = folders;
    }

    void run() throws Exception {
        var ports = Ports.free();
        var options = new Suite.Options(folders, ports, 1, Map.of())
                .only(ServiceName.CASE)
                .withJvm(List.of("-Xmx512m", "-Xms512m"));
        try (var suite = Suite.start(options)) {
            var service = suite.services().getFirst();
            var token = new SuiteClient(ports, 1).token("police-feed");
            var script = preparePgbench(suite);
            try (var twin = new Twin(folders, ports)) {
                Console.step("warming up for twice " + WARM_UP.toSeconds() + " s");
                load(twin.url(), token, WARM_UP);
                load(service.url(), token, WARM_UP);
                var accepted = new ArrayList<Double>();
                var blocking = new ArrayList<Double>();
                var limit = new ArrayList<Double>();
                for (int round = 1; round <= ROUNDS; round++) {
                    limit.add(pgbench(suite, script));
                    accepted.add(load(service.url(), token, ROUND));
                    blocking.add(load(twin.url(), token, ROUND));
                    Console.step("round %d: pgbench %.0f tps, intake %.0f reports/s, blocking twin %.0f reports/s"
                            .formatted(round, limit.getLast(), accepted.getLast(), blocking.getLast()));
                }
                double intake = median(accepted);
                double pgbench = median(limit);
                Console.print(
                        "%nintake %.0f reports/s, pgbench %.0f tps, blocking twin %.0f reports/s (medians of %d rounds); intake to pgbench %.2f (aim 0.40), to the twin %.2f (aim 1)"
                                .formatted(
                                        intake,
                                        pgbench,
                                        median(blocking),
                                        ROUNDS,
                                        intake / pgbench,
                                        intake / median(blocking)));
            }
        }
    }

    /** @return accepted reports per second */
    private static double load(String url, String token, Duration duration)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var connections = new ArrayList<Future<Long>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(pool.submit(() -> send(url, token, end)));
            }
            long accepted = 0;
            for (var connection : connections) {
                accepted += connection.get();
            }
            return accepted / (duration.toNanos() / 1e9);
        }
    }

    private static long send(String url, String token, long end) throws IOException {
        long accepted = 0;
        try (var connection = new Connection(url)) {
            while (System.nanoTime() < end) {
                var answer = connection.send(Reports.next(token));
                if (answer.status() != 201) {
                    throw new IllegalStateException("not accepted: " + answer);
                }
                accepted++;
            }
        }
        return accepted;
    }

    /** The outbox of pgbench is a copy, or the relay would publish its rows while pgbench is measured. */
    private Path preparePgbench(Suite suite) throws SQLException, IOException {
        try (var connection = suite.postgres().connect("cases");
                var statement = connection.createStatement()) {
            statement.execute("create table bench_outbox (like outbox including all)");
            statement.execute("grant insert on bench_outbox to cases_service");
        }
        var script = folders.state().resolve("intake.sql");
        try (var file = Intake.class.getResourceAsStream("/intake.sql")) {
            Files.copy(file, script);
        }
        return script;
    }

    private static double pgbench(Suite suite, Path script) throws IOException, InterruptedException {
        var url = suite.postgres().url("cases");
        var port = url.replaceFirst(".*:(\\d+)/.*", "$1");
        var builder = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        "16",
                        "-j",
                        "1",
                        "-T",
                        Long.toString(ROUND.toSeconds()),
                        "-f",
                        script.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        port,
                        "-U",
                        "cases_service",
                        "cases")
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "cases_service");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var tps = TPS.matcher(output);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
