package nl.aftercare.testing.containers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.aftercare.quickstart.MailServer;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServersFile;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** As the command {@code servers} of the quick start, with PostgreSQL, Kafka and Keycloak from the images of docker-compose.yml. */
public final class ContainerServers {
    private ContainerServers() {}

    /** @param arguments where the addresses are written, the root of the project, and the process for as long as which they run */
    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]).toAbsolutePath();
        var root = Path.of(arguments[1]);
        var ports = Ports.free();
        try (var postgres = postgres(root, ports);
                var kafka = kafka(ports);
                var keycloak = keycloak(root, ports);
                var addresses = new ServersFile(file)) {
            Startables.deepStart(postgres, kafka, keycloak).get();
            createTopics(kafka);
            new MailServer(ports).start();
            takeTraces(ports);
            addresses.write(Suite.properties(ports));
            ProcessHandle.of(Long.parseLong(arguments[2]))
                    .ifPresent(owner -> owner.onExit().join());
        }
        System.exit(0);
    }

    private static PostgreSQLContainer postgres(Path root, Ports ports) {
        var postgres = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withPassword("postgres")
                .withDatabaseName("postgres")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(root.resolve("deploy/compose/databases.sql")),
                        "/docker-entrypoint-initdb.d/databases.sql")
                .withCommand("postgres", "-c", "max_connections=300");
        postgres.setPortBindings(List.of(ports.postgres() + ":5432"));
        return postgres;
    }

    private static KafkaContainer kafka(Ports ports) {
        var kafka = new KafkaContainer("apache/kafka:4.3.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.setPortBindings(List.of(ports.kafka() + ":9092"));
        return kafka;
    }

    private static GenericContainer<?> keycloak(Path root, Ports ports) {
        var keycloak = new GenericContainer<>("quay.io/keycloak/keycloak:26.7")
                .withEnv(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(
                                root.resolve("quickstart/src/main/resources/keycloak/aftercare-realm.json")),
                        "/opt/keycloak/data/import/aftercare-realm.json")
                .withCommand("start-dev", "--import-realm")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/realms/aftercare").withStartupTimeout(Duration.ofMinutes(4)));
        keycloak.setPortBindings(List.of(ports.keycloak() + ":8080"));
        return keycloak;
    }

    private static void createTopics(KafkaContainer kafka)
            throws IOException, ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
            admin.createTopics(Topics.all().entrySet().stream()
                            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void takeTraces(Ports ports) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", ports.traces()), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
