package nl.aftercare.quickstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers and services of one run. Use from one thread.
 *
 * <pre>{@code
 * try (var suite = Suite.start(new Suite.Options(folders, ports, 1, Map.of()))) { … }
 * }</pre>
 */
public final class Suite implements AutoCloseable {
    private final Options options;
    private final Ports ports;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final MailServer mail;
    private final TraceSink traces;
    private final List<Service> services;
    private volatile boolean stopping;

    /** Those of the demonstration, which hold nothing worth hiding; the services themselves have no default. */
    private static final Map<String, String> SECRETS = Map.of(
            "aftercare.database.password", "${aftercare.database.name}_service",
            "aftercare.database.owner-password", "${aftercare.database.name}_owner",
            "aftercare.pseudonym-key", "demo-pseudonym-key",
            "aftercare.answer-link-key", "demo-answer-link-key-of-32-bytes!",
            "aftercare.client-secret", "${quarkus.application.name}-demo-secret",
            "aftercare.channels.usual.mail.start-tls", "DISABLED");

    /**
     * @param replicas of every service; 0 starts the servers alone
     * @param settings properties for the services
     * @param services which of them
     * @param jvm options for the JVM of each; null for small ones that start quickly
     */
    public record Options(
            Folders folders,
            Ports ports,
            int replicas,
            Map<String, String> settings,
            List<ServiceName> services,
            @Nullable List<String> jvm) {

        /** All services, on small JVMs. */
        public Options(Folders folders, Ports ports, int replicas, Map<String, String> settings) {
            this(folders, ports, replicas, settings, List.of(ServiceName.values()), null);
        }

        public Options only(ServiceName... names) {
            return new Options(folders, ports, replicas, settings, List.of(names), jvm);
        }

        public Options withJvm(List<String> other) {
            return new Options(folders, ports, replicas, settings, services, other);
        }
    }

    private Suite(Options options) {
        this.options = options;
        var folders = options.folders();
        ports = options.ports();
        postgres = new Postgres(folders, ports);
        kafka = new Kafka(folders, ports);
        keycloak = new Keycloak(folders, ports);
        mail = new MailServer(ports);
        traces = new TraceSink(folders, ports);
        services = IntStream.range(0, options.replicas())
                .boxed()
                .flatMap(replica -> options.services().stream().map(name -> new Service(name, replica, options)))
                .toList();
    }

    /**
     * Starts everything and waits until all of it is ready; a failure stops what was started.
     *
     * @throws StartupException with the one line that says what to mend
     */
    public static Suite start(Options options) throws IOException, InterruptedException {
        // the lock lives as long as this JVM
        var lock = options.folders().claim();
        if (!lock.isValid()) {
            throw new IllegalStateException("the lock was lost at once");
        }
        var suite = new Suite(options);
        suite.makeRoom();
        try {
            suite.start();
            return suite;
        } catch (StartupException | IOException | InterruptedException e) {
            suite.close();
            throw e;
        }
    }

    /** Where the servers are and how to enter them, as the properties that every service reads. */
    public static Map<String, String> properties(Ports ports) {
        var properties = new HashMap<>(SECRETS);
        // demonstration data alone is written to, at every hour
        properties.put("aftercare.trial.addresses", ".+@([^@]+[.])?example");
        // tests and benchmarks are one caller
        properties.put("aftercare.requests-per-minute", "0");
        properties.put("aftercare.quiet-hours.from", "00:00");
        properties.put("aftercare.quiet-hours.until", "00:00");
        properties.put("aftercare.quiet-hours.on-working-days-only", "false");
        properties.put("aftercare.digest.from", "00:00");
        properties.put("aftercare.digest.until", "00:00");
        // a system that is being built listens on the same machine
        properties.put(
                "aftercare.webhooks.endpoints",
                "https://([a-z0-9-]+[.])+[a-z]{2,}(:443)?(/[^ ]*)?|http://127[.]0[.]0[.]1:[0-9]+(/[^ ]*)?");
        properties.put("aftercare.public-url", "http://127.0.0.1:" + ports.service(ServiceName.NEIGHBOURHOOD, 0));
        properties.putAll(Map.of(
                "aftercare.database.host", "127.0.0.1:" + ports.postgres(),
                "kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka(),
                "quarkus.oidc.auth-server-url", "http://localhost:" + ports.keycloak() + "/realms/aftercare",
                "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + ports.traces(),
                "aftercare.channels.usual.mail.host", "127.0.0.1",
                "aftercare.channels.usual.mail.port", Integer.toString(ports.smtp()),
                "aftercare.case-service.url", "http://127.0.0.1:" + ports.service(ServiceName.CASE, 0),
                "aftercare.offer-service.url", "http://127.0.0.1:" + ports.service(ServiceName.OFFER, 0),
                "aftercare.neighbourhood-service.url",
                        "http://127.0.0.1:" + ports.service(ServiceName.NEIGHBOURHOOD, 0),
                "aftercare.inbox.url", "http://127.0.0.1:" + ports.inbox()));
        return properties;
    }

    Map<String, String> properties() {
        return properties(ports);
    }

    public Postgres postgres() {
        return postgres;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public MailServer mail() {
        return mail;
    }

    /** All replicas of all services. */
    public List<Service> services() {
        return services;
    }

    /** Waits until a child process ends by itself; returns its name. */
    String awaitFailure() throws InterruptedException {
        while (true) {
            for (var server : servers()) {
                if (!stopping && !server.isAlive()) {
                    return server.name();
                }
            }
            Thread.sleep(500);
        }
    }

    @Override
    public void close() {
        stopping = true;
        stopAll(services);
        stopAll(List.of(keycloak, kafka));
        stopAll(List.of(postgres));
        mail.stop();
        traces.stop();
    }

    private void start() throws IOException, InterruptedException {
        mail.start();
        traces.start();
        inParallel(List.of(starting(keycloak), starting(kafka), () -> {
            postgres.start();
            postgres.createDatabases();
            Console.step("postgres is ready");
            return null;
        }));
        int names = options.services().size();
        for (int first = 0; first < services.size(); first += names) {
            // one replica of each after the other: the first migrates its database
            inParallel(services.subList(first, first + names).stream()
                    .map(Suite::starting)
                    .toList());
        }
    }

    /** A service of its own making, which the caller starts and stops. */
    public Service service(ServiceName name, List<String> jvm) {
        return new Service(name, 0, options.withJvm(jvm));
    }

    /** All processes of the suite: servers and services. */
    public List<Server> servers() {
        return Stream.concat(Stream.of(postgres, kafka, keycloak), services.stream())
                .toList();
    }

    private void makeRoom() throws IOException, InterruptedException {
        for (var server : servers().reversed()) {
            server.stopOrphan();
        }
        Ports.requireFree(mail.ports());
        Ports.requireFree(traces.ports());
        for (var server : servers()) {
            Ports.requireFree(server.ports());
        }
    }

    private static Callable<Void> starting(Server server) {
        return () -> {
            server.start();
            Console.step(server.name() + " is ready");
            return null;
        };
    }

    private static void inParallel(List<Callable<Void>> tasks) throws IOException, InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var failures = new ArrayList<Throwable>();
            for (var future : pool.invokeAll(tasks)) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            if (!failures.isEmpty()) {
                if (failures.getFirst() instanceof StartupException known) {
                    throw known;
                }
                throw new IOException(failures.getFirst());
            }
        }
    }

    private static void stopAll(List<? extends Server> servers) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var server : servers) {
                pool.submit(() -> {
                    server.stop();
                    return null;
                });
            }
        }
    }
}
