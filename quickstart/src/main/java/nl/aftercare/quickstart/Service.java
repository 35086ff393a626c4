package nl.aftercare.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One replica of a packaged service, told by environment variables where everything is. */
public final class Service extends Server {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ServiceName service;
    private final int replica;
    private final Folders folders;
    private final Ports ports;
    private final Map<String, String> settings;
    private final @Nullable List<String> jvm;

    Service(ServiceName service, int replica, Suite.Options options) {
        super(service.id() + "-" + replica, options.folders().state());
        this.service = service;
        this.replica = replica;
        this.folders = options.folders();
        this.ports = options.ports();
        this.settings = options.settings();
        this.jvm = options.jvm();
    }

    public ServiceName service() {
        return service;
    }

    /** Base of the REST API, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + ports.service(service, replica) + "/v1";
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + ports.management(service, replica) + "/q";
    }

    @Override
    String marker() {
        return "-Daftercare.instance=" + folders.state() + "/" + name();
    }

    @Override
    public Path log() {
        return folders.log(name());
    }

    @Override
    List<Integer> ports() {
        return List.of(ports.service(service, replica), ports.management(service, replica));
    }

    @Override
    Process launch() throws IOException {
        var jar = folders.root().resolve(service.id() + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartupException(service.id() + " is not built; run ./aftercare build");
        }
        var command = new ArrayList<>(Jvm.command(jvm == null ? small() : jvm));
        command.add(marker());
        command.addAll(List.of("-jar", jar.toString()));
        return Children.start(new Children.Spec(command, environment(), log(), "TERM", false));
    }

    @Override
    boolean answers() throws IOException, InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create(managementUrl() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    /** The first replica, when it stops in order, keeps its classes as it has laid them out: later starts take a third of the time. */
    private List<String> small() {
        var classes = folders.root().resolve(service.id() + "/target/classes.jsa");
        var options = new ArrayList<>(Jvm.SMALL);
        if (replica == 0) {
            options.add("-XX:+AutoCreateSharedArchive");
        }
        if (replica == 0 || Files.exists(classes)) {
            options.add("-XX:SharedArchiveFile=" + classes);
        }
        return options;
    }

    private Map<String, String> environment() {
        var properties = new HashMap<>(Suite.properties(ports));
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", Integer.toString(ports.service(service, replica)));
        properties.put("quarkus.management.host", "127.0.0.1");
        properties.put("quarkus.management.port", Integer.toString(ports.management(service, replica)));
        properties.putAll(settings);
        return properties.entrySet().stream()
                .collect(Collectors.toMap(property -> variable(property.getKey()), Map.Entry::getValue));
    }

    /** The environment variable that MicroProfile Config reads for a property. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
