package nl.aftercare.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Calls a running suite from outside, as its integrators do: tokens from Keycloak, JSON over REST. Thread-safe. */
public final class SuiteClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Ports ports;
    private final int replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant renewAt) {}

    /** An answer; {@code body} is a missing node when the answer had none. */
    public record Answer(int status, Map<String, String> headers, JsonNode body) {}

    /** @param replicas of every service, which are called in turn */
    public SuiteClient(Ports ports, int replicas) {
        this.ports = ports;
        this.replicas = replicas;
    }

    /** Base of the REST API of the replica whose turn it is, without a slash at the end. */
    private String url(ServiceName service) {
        int replica = Math.floorMod(turn.getAndIncrement(), replicas);
        return "http://127.0.0.1:" + ports.service(service, replica) + "/v1";
    }

    /** @param caller a demonstration user or feed of the realm */
    public Answer get(String caller, ServiceName service, String path) throws IOException, InterruptedException {
        return send(
                caller, HttpRequest.newBuilder(URI.create(url(service) + path)).GET());
    }

    public Answer post(String caller, ServiceName service, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(caller, withBody(service, path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer put(String caller, ServiceName service, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(caller, withBody(service, path, headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer delete(String caller, ServiceName service, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(service) + path)).DELETE();
        headers.forEach(request::setHeader);
        return send(caller, request);
    }

    /** What identifies a user in tokens. */
    public String subject(String caller) throws IOException, InterruptedException {
        var payload = Base64.getUrlDecoder().decode(token(caller).split("\\.")[1]);
        return JSON.readTree(payload).required("sub").asText();
    }

    /** A valid access token, from Keycloak or kept from before. */
    public String token(String caller) throws IOException, InterruptedException {
        var kept = tokens.get(caller);
        if (kept == null || Instant.now().isAfter(kept.renewAt())) {
            kept = fetchToken(caller);
            tokens.put(caller, kept);
        }
        return kept.value();
    }

    private HttpRequest.Builder withBody(ServiceName service, String path, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url(service) + path)).header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return request;
    }

    private Answer send(String caller, HttpRequest.Builder request) throws IOException, InterruptedException {
        var complete = request.header("Authorization", "Bearer " + token(caller))
                .timeout(Duration.ofSeconds(30))
                .build();
        var response = HTTP.send(complete, HttpResponse.BodyHandlers.ofString());
        var headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
        return new Answer(response.statusCode(), headers, body(response));
    }

    /** A text where it is no JSON, such as a page or a table. */
    private static JsonNode body(HttpResponse<String> response) throws IOException {
        return response.headers()
                        .firstValue("Content-Type")
                        .orElse("application/json")
                        .contains("json")
                ? JSON.readTree(response.body())
                : TextNode.valueOf(response.body());
    }

    private Token fetchToken(String caller) throws IOException, InterruptedException {
        var form = caller.matches(".*-(feed|service|system)")
                ? Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        caller,
                        "client_secret",
                        caller + "-demo-secret")
                : Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "aftercare-demo",
                        "username",
                        caller,
                        "password",
                        caller);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + ports.keycloak() + "/realms/aftercare/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        if (!answer.hasNonNull("access_token")) {
            throw new StartupException("Keycloak gave no token to " + caller + ": "
                    + answer.path("error_description").asText());
        }
        var lifetime = Duration.ofSeconds(answer.get("expires_in").asLong());
        return new Token(answer.get("access_token").asText(), Instant.now().plus(lifetime.dividedBy(2)));
    }
}
