package nl.aftercare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.Service;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * From {@code java} to the first request answered (a report for case-service, a list for the others), and resident memory idle and
 * after load, per service, plain and with the ahead-of-time cache of its image. The limit beside it: a JVM that does nothing.
 */
final class Startup {
    private static final int STARTS = 3;
    private static final int LOAD = 3_000;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final String HEADERS = "-XX:+UseCompactObjectHeaders";
    private static final List<String> JVM = List.of("-Xmx192m", "-Xms32m", HEADERS);
    private final Folders folders;
    private final Ports ports = Ports.free();

    Startup(Folders folders) {
        this.folders = folders;
    }

    private record Figures(double firstAnswerSeconds, long idleMegabytes, long loadedMegabytes) {}

    void run() throws Exception {
        try (var suite = Suite.start(new Suite.Options(folders, ports, 0, Map.of()))) {
            var client = new SuiteClient(ports, 1);
            Console.print("%na JVM that does nothing: %.2f s".formatted(emptyJvm()));
            for (var name : ServiceName.values()) {
                print(name, "plain", measure(suite.service(name, JVM), client));
                var cache = cache(name);
                var cached = new ArrayList<>(JVM);
                cached.add("-XX:AOTCache=" + cache);
                print(
                        name,
                        "with AOT cache of %d MB".formatted(Files.size(cache) >> 20),
                        measure(suite.service(name, cached), client));
            }
        }
    }

    private Figures measure(Service service, SuiteClient client) throws IOException, InterruptedException {
        var token = client.token(caller(service));
        var firsts = new ArrayList<Double>();
        long idle = 0;
        long loaded = 0;
        for (int start = 1; start <= STARTS; start++) {
            long begin = System.nanoTime();
            service.fork();
            awaitAnswer(service, token);
            firsts.add((System.nanoTime() - begin) / 1e9);
            if (start == STARTS) {
                Thread.sleep(10_000);
                idle = residentMegabytes(service.pid());
                load(service, token);
                loaded = residentMegabytes(service.pid());
            }
            service.kill();
        }
        return new Figures(firsts.stream().sorted().toList().get(STARTS / 2), idle, loaded);
    }

    /** As deploy/Dockerfile makes it. */
    private Path cache(ServiceName name) throws IOException, InterruptedException {
        var target = folders.root().resolve(name.id()).resolve("target");
        var cache = folders.state().resolve(name.id() + ".aot");
        var log = folders.log(name.id() + "-cache");
        var dump = new ProcessBuilder(
                        JAVA,
                        "-XX:+UseSerialGC",
                        HEADERS,
                        "-Xint",
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + target.resolve("loaded-classes"),
                        "-XX:SharedArchiveFile=" + cache,
                        "-cp",
                        target.resolve("quarkus-app/quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (dump.waitFor() != 0) {
            throw new IllegalStateException("no AOT cache was written; see " + log);
        }
        return cache;
    }

    private static void awaitAnswer(Service service, String token) throws InterruptedException {
        while (true) {
            try (var connection = new Connection(service.url())) {
                if (connection.send(request(service, token)).status() < 300) {
                    return;
                }
            } catch (IOException e) {
                // not up yet
            }
            if (!service.isAlive()) {
                throw new IllegalStateException(service.name() + " stopped by itself; see " + service.log());
            }
            Thread.sleep(5);
        }
    }

    private static void load(Service service, String token) throws IOException {
        try (var connection = new Connection(service.url())) {
            for (int i = 0; i < LOAD; i++) {
                connection.send(request(service, token));
            }
        }
    }

    private static String request(Service service, String token) {
        return switch (service.service()) {
            case CASE -> Reports.next(token);
            case OFFER -> list("/v1/offers", token);
            case NEIGHBOURHOOD -> list("/v1/neighbourhood-plans", token);
            case NOTIFICATION -> list("/v1/messages", token);
        };
    }

    private static String list(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    private static String caller(Service service) {
        return service.service() == ServiceName.CASE ? "police-feed" : "coordinator";
    }

    private static double emptyJvm() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new ProcessBuilder(JAVA, "-Xshare:auto", "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e9;
    }

    static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void print(ServiceName name, String variant, Figures figures) {
        Console.print(
                "%-22s %-28s first answer %.2f s (aim 1.5), resident %d MB idle (aim 180), %d MB after %d requests"
                        .formatted(
                                name.id(),
                                variant,
                                figures.firstAnswerSeconds(),
                                figures.idleMegabytes(),
                                figures.loadedMegabytes(),
                                LOAD));
    }
}
