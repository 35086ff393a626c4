package nl.aftercare.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.StartupException;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * Messages of the police about many robberies in a random order, some of them repeated, some before their report, while case-service
 * and PostgreSQL are killed: in the end every robbery must be what a reference model makes of the same messages. The seed repeats
 * the messages and their order.
 */
public final class Interleavings {
    private static final int SENDERS = 8;
    private static final int BATCH = 500;
    private static final String[] FACTS = {
        "firearm", "wounded", "dead", "suspectKnown", "solved", "safeBusinessArea", "policeClearance", "policeObjection"
    };
    private static final String[] VALUES = {"YES", "NO", "UNKNOWN"};
    private static final int MOST_UPDATES = 5;
    private final Options options;
    private final AtomicInteger messages = new AtomicInteger();

    public record Options(Folders folders, int robberies, int kills, long seed) {}

    /** One message, with what it says of each fact. */
    private record Message(int robbery, boolean isReport, int statedAt, Map<String, String> facts) {}

    public Interleavings(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var root = Path.of("").toAbsolutePath();
        var options = new Options(
                Folders.of(root, root.resolve(".aftercare/interleavings")),
                Integer.parseInt(Faults.option(words, "--robberies", "100000")),
                Integer.parseInt(Faults.option(words, "--kills", "20")),
                Long.parseLong(Faults.option(words, "--seed", "1")));
        System.exit(new Interleavings(options).run() ? 0 : 1);
    }

    /** @return whether no robbery differs from the model */
    public boolean run() throws IOException, InterruptedException, ExecutionException, SQLException {
        options.folders().clear();
        var ports = Ports.free();
        var suiteOptions = new Suite.Options(options.folders(), ports, 1, Map.of()).only(ServiceName.CASE);
        try (var suite = Suite.start(suiteOptions)) {
            var client = new SuiteClient(ports, 1);
            var random = new Random(options.seed());
            int diverged = 0;
            int killed = 0;
            for (int first = 0; first < options.robberies(); first += BATCH) {
                int last = Math.min(first + BATCH, options.robberies());
                var sent = messages(first, last, random);
                int due = (int) ((long) options.kills() * last / options.robberies());
                deliver(suite, client, sent, random, due - killed);
                killed = due;
                diverged += diverged(suite, first, last, sent);
            }
            Console.print("%nseed %d: %d robberies, %d messages, %d kills: %d differ from the model"
                    .formatted(options.seed(), options.robberies(), messages.get(), killed, diverged));
            return diverged == 0;
        }
    }

    private static List<Message> messages(int first, int last, Random random) {
        var all = new ArrayList<Message>();
        for (int robbery = first; robbery < last; robbery++) {
            all.add(new Message(robbery, true, 0, facts(random)));
            for (int n = random.nextInt(MOST_UPDATES + 1); n > 0; n--) {
                // now and then two at the same instant
                all.add(new Message(robbery, false, 1 + random.nextInt(8), facts(random)));
            }
        }
        var withRepeats = new ArrayList<>(all);
        all.stream().filter(message -> random.nextInt(5) == 0).forEach(withRepeats::add);
        Collections.shuffle(withRepeats, random);
        return withRepeats;
    }

    private static Map<String, String> facts(Random random) {
        var facts = new HashMap<String, String>();
        for (var fact : FACTS) {
            if (random.nextInt(3) == 0) {
                facts.put(fact, VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return facts;
    }

    private void deliver(Suite suite, SuiteClient client, List<Message> sent, Random random, int kills)
            throws InterruptedException, ExecutionException, IOException {
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(SENDERS)) {
            var senders = new ArrayList<Future<Void>>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < sent.size(); n = next.getAndIncrement()) {
                        send(client, sent.get(n), n);
                        messages.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (int kill = 1; kill <= kills; kill++) {
                int after = kill * sent.size() / (kills + 1);
                while (next.get() < after && senders.stream().noneMatch(Future::isDone)) {
                    Thread.sleep(5);
                }
                var target = random.nextBoolean() ? suite.services().getFirst() : suite.postgres();
                target.kill();
                target.start();
            }
            for (var sender : senders) {
                sender.get();
            }
        }
    }

    /** Repeated, as a good integrator does, until it is answered. */
    private void send(SuiteClient client, Message message, int number) throws IOException, InterruptedException {
        var body = new StringBuilder(
                "{\"reference\":\"MIX-%d-%d\",\"municipality\":\"9901\"".formatted(options.seed(), message.robbery()));
        if (message.isReport()) {
            body.append(",\"kind\":\"COMMERCIAL\",\"occurredAt\":\"2026-03-02T20:40:00Z\",\"victims\":[]");
        } else {
            body.append(",\"statedAt\":\"2026-03-0%dT12:00:00Z\"".formatted(2 + message.statedAt() - 1));
        }
        message.facts().forEach((fact, value) -> body.append(",\"%s\":\"%s\"".formatted(fact, value)));
        body.append('}');
        var path = message.isReport() ? "/robbery-reports" : "/robbery-updates";
        // a repeat comes under a key of its own: the feed forgot that it had sent it
        var key = "mix-%d-%d-%d".formatted(options.seed(), message.robbery(), number);
        while (true) {
            try {
                var answer = client.post(
                        "police-feed", ServiceName.CASE, path, body.toString(), Map.of("Idempotency-Key", key));
                if (answer.status() < 300) {
                    return;
                }
                if (answer.status() < 500) {
                    throw new StartupException("a message was refused: " + answer.body());
                }
            } catch (IOException e) {
                // no answer: nobody knows whether it was taken, so it is sent again
            }
            Thread.sleep(50);
        }
    }

    /**
     * The model: of each fact the latest statement holds, of two at the same instant the one that comes first in the list of values;
     * the report is older than all. One robbery per reference, and no message waits.
     */
    private int diverged(Suite suite, int first, int last, List<Message> sent) throws SQLException {
        var expected = new HashMap<Integer, Map<String, Message>>();
        for (var message : sent) {
            var ofRobbery = expected.computeIfAbsent(message.robbery(), robbery -> new HashMap<>());
            message.facts().keySet().forEach(fact -> ofRobbery.merge(fact, message, (a, b) -> holds(fact, a, b)));
        }
        int diverged = 0;
        try (var connection = suite.postgres().connect("cases");
                var query = connection.prepareStatement("""
                        select r.* from robbery r join feed_reference f on f.robbery_id = r.id where f.reference = ?""")) {
            for (int robbery = first; robbery < last; robbery++) {
                query.setString(1, "MIX-%d-%d".formatted(options.seed(), robbery));
                try (var rows = query.executeQuery()) {
                    boolean same = rows.next();
                    for (var fact : FACTS) {
                        var from = expected.getOrDefault(robbery, Map.of()).get(fact);
                        same &= rows.getString(column(fact))
                                .equals(from == null ? "UNKNOWN" : from.facts().get(fact));
                    }
                    diverged += same && !rows.next() ? 0 : 1;
                }
            }
        }
        return diverged;
    }

    private static Message holds(String fact, Message a, Message b) {
        if (a.statedAt() != b.statedAt()) {
            return a.statedAt() > b.statedAt() ? a : b;
        }
        var order = List.of(VALUES);
        return order.indexOf(a.facts().get(fact)) <= order.indexOf(b.facts().get(fact)) ? a : b;
    }

    private static String column(String fact) {
        return fact.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
