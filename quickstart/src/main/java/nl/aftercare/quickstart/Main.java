package nl.aftercare.quickstart;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code up} runs the suite until Ctrl-C; {@code servers FILE} runs the servers alone for a test and writes their
 * addresses to FILE; {@code demo} sends the sample robberies to a running suite.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Console.begin();
        var words = List.of(arguments);
        var root = Path.of(option(words, "--root", ".")).toAbsolutePath().normalize();
        try {
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "up" -> up(root, words);
                case "servers" -> servers(root, words);
                case "demo" -> new Demo(new SuiteClient(standardPorts(words), 1)).run();
                default -> throw new StartupException("usage: ./aftercare up | demo [--ports-from N] [--state DIR]");
            }
        } catch (ConnectException e) {
            System.err.println("aftercare: nothing answers there; is ./aftercare up running?");
            System.exit(1);
        } catch (StartupException | IOException e) {
            // such as a full disk
            System.err.println("aftercare: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void up(Path root, List<String> words) throws IOException, InterruptedException {
        var state = root.resolve(option(words, "--state", ".aftercare/suite"));
        var ports = standardPorts(words);
        int replicas = number(words, "--replicas", 1);
        var suite = Suite.start(new Suite.Options(Folders.of(root, state), ports, replicas, Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Console.step("stopping");
            suite.close();
            Console.step("stopped; your data is kept in " + state);
        }));
        Console.print(Welcome.text(suite, ports));
        var failed = suite.awaitFailure();
        System.err.println("aftercare: " + failed + " stopped by itself; see " + state.resolve("log"));
        System.exit(1);
    }

    /** For tests: servers with empty data on free ports, for as long as the process {@code --while} lives. */
    private static void servers(Path root, List<String> words) throws IOException, InterruptedException {
        var file = Path.of(words.get(1)).toAbsolutePath();
        var owner = ProcessHandle.of(Long.parseLong(option(words, "--while", "0")));
        var state = file.resolveSibling("servers");
        var folders = Folders.of(root, state);
        folders.clear();
        try (var addresses = new ServersFile(file);
                var suite = Suite.start(new Suite.Options(folders, Ports.free(), 0, Map.of()))) {
            addresses.write(suite.properties());
            owner.ifPresent(process -> process.onExit().join());
        }
        System.exit(0);
    }

    private static Ports standardPorts(List<String> words) {
        return new Ports(number(words, "--ports-from", Ports.STANDARD.base()));
    }

    private static int number(List<String> words, String name, int otherwise) {
        var value = option(words, name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,5}")) {
            throw new StartupException(name + " needs a number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == words.size()) {
            throw new StartupException(name + " needs a value");
        }
        return words.get(at + 1);
    }
}
