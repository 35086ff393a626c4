package nl.aftercare.quickstart;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** A real Keycloak with the demonstration realm. Unpacked and augmented once per checkout. */
public final class Keycloak extends Server {
    private static final String ENTRY_POINT = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Folders folders;
    private final Ports ports;
    private final Path home;

    Keycloak(Folders folders, Ports ports) {
        super("keycloak", folders.state());
        this.folders = folders;
        this.ports = ports;
        this.home = folders.programs().resolve("keycloak");
    }

    /** Issuer of the realm's tokens. */
    public String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/aftercare";
    }

    @Override
    String marker() {
        return "-Dkc.aftercare.state=" + folders.state();
    }

    @Override
    Path log() {
        return folders.log("keycloak");
    }

    @Override
    List<Integer> ports() {
        return List.of(ports.keycloak(), ports.keycloak() + 1);
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(300);
    }

    @Override
    Process launch() throws IOException, InterruptedException {
        unpack();
        importRealmWhenChanged();
        var command = java();
        command.add("-Dkc.config.built=true");
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(), ENTRY_POINT));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                // given at start too: without it JGroups waits for members that SIGKILL took
                "--cache=local",
                "--http-enabled=true",
                "--db-url=jdbc:h2:file:" + data().resolve("h2/keycloak") + ";NON_KEYWORDS=VALUE",
                "--hostname=http://localhost:" + ports.keycloak(),
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + (ports.keycloak() + 1)));
        var admin = Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        return Children.start(new Children.Spec(command, admin, log(), "TERM", false));
    }

    @Override
    boolean answers() throws IOException, InterruptedException {
        var discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(discovery, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private Path data() {
        return folders.state().resolve("keycloak");
    }

    /** Keycloak imports a realm once and never again, so a changed realm file starts from an empty database. */
    private void importRealmWhenChanged() throws IOException {
        byte[] realm;
        try (var file = Keycloak.class.getResourceAsStream("/keycloak/aftercare-realm.json")) {
            realm = file.readAllBytes();
        }
        var stamp = data().resolve("realm." + sha256(realm));
        if (!Files.exists(stamp)) {
            Folders.delete(data());
            Files.createDirectories(data());
            Files.createDirectories(home.resolve("data/import"));
            Files.write(home.resolve("data/import/aftercare-realm.json"), realm);
            Files.createFile(stamp);
        }
    }

    private List<String> java() {
        var command = new ArrayList<>(Jvm.command(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xms64m",
                "-Xmx300m",
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                marker())));
        return command;
    }

    private void unpack() throws IOException, InterruptedException {
        var done = home.resolve(".augmented");
        try (var lock = folders.programLock("keycloak")) {
            if (!lock.isValid() || Files.exists(done)) {
                return;
            }
            Console.step("keycloak: unpacking and preparing it, once per checkout (about half a minute)");
            Folders.delete(home);
            unzip(folders.root().resolve("quickstart/target/dist/keycloak.zip"));
            var command = java();
            command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(), ENTRY_POINT));
            command.addAll(List.of("build", "--db=dev-file", "--health-enabled=true", "--cache=local"));
            Children.run(new Children.Spec(command, Map.of(), log(), "KILL", false), "preparing keycloak");
            Files.createFile(done);
        }
    }

    /** The archive holds one folder named after the version. */
    private void unzip(Path archive) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = home.resolve(
                                entry.getName().substring(entry.getName().indexOf('/') + 1))
                        .normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
