package nl.aftercare.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Real PostgreSQL, Kafka, Keycloak and SMTP for a {@code @QuarkusTest}, started by the quick start. One set serves a whole
 * Maven run: the first module starts it, and it stops when Maven does. Tests keep apart by fresh ids.
 */
public final class TestServers implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path ROOT = Path.of(System.getProperty("aftercare.root", ".."));
    private static final Path FOLDER =
            ROOT.resolve(".aftercare/test").toAbsolutePath().normalize();

    /** The test services know one reorganisation: 9908 is part of 9909. */
    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(addresses());
        settings.put("aftercare.reorganisations", "9908>9909@2026-01-01,9907>9909@2999-01-01");
        settings.put("aftercare.regions", "nieuwestreek=9909,voorbeeldstreek=9901+9902");
        settings.put("aftercare.figures.every", "1s");
        settings.put("aftercare.inbox.stalled-after", "5s");
        return settings;
    }

    @Override
    public void stop() {
        // they stop with the build
    }

    /** Properties of the running servers, started if need be. */
    static Map<String, String> addresses() {
        try {
            Files.createDirectories(FOLDER);
            try (var lockFile = new RandomAccessFile(FOLDER.resolve("lock").toFile(), "rw");
                    var lock = lockFile.getChannel().lock()) {
                var running = lock.isValid() ? read() : Map.<String, String>of();
                return running.isEmpty() ? launch() : running;
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the test servers did not start; see " + FOLDER, e);
        }
    }

    /** One of the addresses, such as {@code kafka.bootstrap.servers}. */
    public static String address(String property) {
        return Objects.requireNonNull(addresses().get(property), property);
    }

    private static Map<String, String> launch() throws IOException, InterruptedException {
        Files.deleteIfExists(file());
        var process = new ProcessBuilder(Boolean.getBoolean("aftercare.containers") ? containers() : quickStart())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("servers.log").toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(Files.readString(FOLDER.resolve("servers.log")));
            }
            Thread.sleep(50);
        }
        return read();
    }

    private static List<String> quickStart() {
        return java(
                "-jar",
                ROOT.resolve("quickstart/target/quickstart.jar").toString(),
                "servers",
                file().toString(),
                "--root",
                ROOT.toString(),
                "--while",
                Long.toString(build().pid()));
    }

    private static List<String> containers() {
        return java(
                "-cp",
                ROOT.resolve("libs/testing-containers/target/classes") + File.pathSeparator
                        + ROOT.resolve("libs/testing-containers/target/lib") + "/*",
                "nl.aftercare.testing.containers.ContainerServers",
                file().toString(),
                ROOT.toString(),
                Long.toString(build().pid()));
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** @return nothing when no servers run */
    private static Map<String, String> read() throws IOException {
        if (!Files.exists(file())) {
            return Map.of();
        }
        var properties = new Properties();
        try (var lines = Files.newBufferedReader(file())) {
            properties.load(lines);
        }
        boolean alive = ProcessHandle.of(Long.parseLong(properties.getProperty("pid")))
                .filter(ProcessHandle::isAlive)
                .isPresent();
        var addresses = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> addresses.put(name, properties.getProperty(name)));
        return alive ? Map.copyOf(addresses) : Map.of();
    }

    /** The Maven or IDE process that runs this test: the topmost JVM above it. */
    private static ProcessHandle build() {
        return Stream.iterate(ProcessHandle.current(), process -> process != null, process -> process.parent()
                        .orElse(null))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .reduce((lower, higher) -> higher)
                .orElseThrow();
    }

    private static Path file() {
        return FOLDER.resolve("servers.properties");
    }
}
