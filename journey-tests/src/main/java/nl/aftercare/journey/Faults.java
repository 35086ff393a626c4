package nl.aftercare.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;
import org.jspecify.annotations.Nullable;

/**
 * Kills services, the broker and PostgreSQL with SIGKILL while reports come in, starts them again, and counts: nothing lost,
 * nothing twice, nothing out of order. The seed repeats the load and the schedule of kills, which follows the number of
 * accepted reports.
 */
public final class Faults {
    private static final int SENDERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Options options;
    private final List<String> killed = new ArrayList<>();
    private volatile int allowed;

    /**
     * @param replicas of every service
     * @param outreach whether victims are written to, over channels that have moods: see {@link Outside}
     * @param outage how long PostgreSQL is away after the kill in the middle, while reports go on coming in
     */
    public record Options(
            Folders folders, int kills, int reports, long seed, int replicas, boolean outreach, Duration outage) {}

    public Faults(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var root = Path.of("").toAbsolutePath();
        var options = new Options(
                Folders.of(root, root.resolve(".aftercare/faults")),
                Integer.parseInt(option(words, "--kills", "20")),
                Integer.parseInt(option(words, "--reports", "2000")),
                Long.parseLong(option(words, "--seed", "1")),
                Integer.parseInt(option(words, "--replicas", "1")),
                words.contains("--outreach"),
                Duration.ofSeconds(Integer.parseInt(option(words, "--outage", "0"))));
        var wrong = new Faults(options).run();
        wrong.forEach(Console::step);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** @return what is not as it should be, a line each; all counts are printed */
    public List<String> run() throws IOException, InterruptedException, ExecutionException, SQLException {
        options.folders().clear();
        var ports = Ports.free();
        try (var outside = options.outreach() ? new Outside(ports, options.replicas(), options.seed()) : null) {
            Map<String, String> settings = outside == null ? Map.of() : outside.settings();
            var suiteOptions = new Suite.Options(options.folders(), ports, options.replicas(), settings);
            try (var suite = Suite.start(suiteOptions)) {
                return run(suite, ports, outside);
            }
        }
    }

    private List<String> run(Suite suite, Ports ports, @Nullable Outside outside)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var client = new SuiteClient(ports, options.replicas());
        setCoordinator(client);
        designate(client);
        try (var arrangements = new Arrangements(client, () -> suite.mail().mails(), options.seed());
                var letters = outside == null ? null : new VictimLetters(client)) {
            var feeds = new Feeds(client, arrangements, letters, options.seed());
            load(suite, feeds, outside);
            var wrong = new ArrayList<String>();
            arrangements.finish().ifPresent(wrong::add);
            if (letters != null) {
                letters.finish().ifPresent(wrong::add);
            }
            var tally = new Tally(suite, feeds, arrangements, letters, outside);
            wrong.addAll(differences(tally, feeds, arrangements));
            return wrong;
        }
    }

    private List<String> differences(Tally tally, Feeds feeds, Arrangements arrangements)
            throws SQLException, InterruptedException, IOException {
        Console.step("all reports accepted; waiting for the effects");
        awaitEffects(tally);
        Console.step("counting");
        tally.count();
        Console.print("%nseed %d, %d replicas, %d reports, %d arrangements, %d kills (%s), %d requests sent again%n%s%s"
                .formatted(
                        options.seed(),
                        options.replicas(),
                        feeds.accepted(),
                        arrangements.accepted(),
                        killed.size(),
                        String.join(" ", killed),
                        feeds.retries(),
                        tally,
                        tally.differences().isEmpty() ? "All counts are right." : "COUNTS DIFFER"));
        return tally.differences();
    }

    private void load(Suite suite, Feeds feeds, @Nullable Outside outside)
            throws InterruptedException, ExecutionException, IOException {
        var next = new AtomicInteger();
        allowed = reportsAfter(1);
        try (var pool = Executors.newFixedThreadPool(SENDERS)) {
            var senders = new ArrayList<Future<Void>>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < options.reports(); n = next.getAndIncrement()) {
                        awaitTurn(n);
                        feeds.deliver(n);
                    }
                    return null;
                }));
            }
            try {
                killOnTheWay(suite, outside, feeds, senders);
                for (var sender : senders) {
                    sender.get();
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /** A report waits for the kill that comes before it, so that every kill has load before, during and after it. */
    private void awaitTurn(int n) throws InterruptedException {
        while (n >= allowed) {
            Thread.sleep(2);
        }
    }

    /** The first report that comes after this many kills. */
    private int reportsAfter(int kills) {
        return kills > options.kills() ? options.reports() : kills * options.reports() / (options.kills() + 1);
    }

    /** One kill after every so many accepted reports; while one is down, the next reports come in. */
    private void killOnTheWay(Suite suite, @Nullable Outside outside, Feeds feeds, List<Future<Void>> senders)
            throws InterruptedException, IOException {
        var random = new Random(options.seed());
        var ours = suite.servers().stream()
                .filter(server -> !server.name().equals("keycloak"))
                .map(Target::of);
        var targets = Stream.concat(ours, outside == null ? Stream.of() : outside.targets())
                .toList();
        for (int kill = 1; kill <= options.kills(); kill++) {
            while (feeds.accepted() < reportsAfter(kill) - SENDERS
                    && senders.stream().noneMatch(Future::isDone)) {
                Thread.sleep(5);
            }
            var target = targets.get(random.nextInt(targets.size()));
            if (kill == (options.kills() + 1) / 2 && options.outage().isPositive()) {
                restart(Target.of(suite.postgres()), options.outage(), feeds, reportsAfter(kill + 1));
            } else {
                restart(target, Duration.ZERO, feeds, reportsAfter(kill + 1));
            }
        }
    }

    private void restart(Target target, Duration away, Feeds feeds, int allowedNow)
            throws InterruptedException, IOException {
        Console.step("%5d reports accepted: SIGKILL %s".formatted(feeds.accepted(), target.name()));
        killed.add(target.name());
        target.kill().run();
        allowed = allowedNow;
        Thread.sleep(away);
        target.start().run();
    }

    private static void awaitEffects(Tally tally) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!tally.isComplete() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
    }

    private static void setCoordinator(SuiteClient client) throws IOException, InterruptedException {
        var coordinator = "{\"name\":\"Coördinator Voorbeeld\",\"email\":\"nazorg@voorbeeld.example\"}";
        var answer = client.put("coordinator", ServiceName.CASE, "/coordinators/9901", coordinator, Map.of());
        if (answer.status() != 200) {
            throw new IllegalStateException("no coordinator could be set: " + answer.body());
        }
    }

    /** Only who the mayor designated may see what the police tell. */
    private static void designate(SuiteClient client) throws IOException, InterruptedException {
        var designation = """
                {"municipality":"9901","person":"%s","startsOn":"2026-01-01","endsOn":"2099-12-31","documentRef":"load"}""".formatted(client.subject("coordinator"));
        var key = Map.of("Idempotency-Key", "load-designation");
        var answer = client.post("manager", ServiceName.CASE, "/designations", designation, key);
        if (answer.status() >= 300) {
            throw new IllegalStateException("nobody could be designated: " + answer.body());
        }
    }

    static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}
