package nl.aftercare.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the real Keycloak for the users and feeds of the demonstration realm. */
public final class Tokens {
    private static final int TRIES = 20;
    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A user by name; in the realm its password is its name. */
    public static String user(String name) {
        return KEPT.computeIfAbsent(name, user -> fetch("aftercare", password("aftercare-demo", user)));
    }

    /** What identifies a user in tokens. */
    public static String subject(String name) {
        var payload = Base64.getUrlDecoder().decode(user(name).split("\\.")[1]);
        try {
            return new ObjectMapper().readTree(payload).required("sub").asText();
        } catch (IOException e) {
            throw new IllegalStateException("no token", e);
        }
    }

    /** A user through a client that has no access to any service: the audience is missing. */
    public static String userElsewhere(String name) {
        return fetch("aftercare", password("elsewhere", name));
    }

    /** A feed or service by its client name. */
    public static String client(String name) {
        return KEPT.computeIfAbsent(name, Tokens::freshClient);
    }

    /** The same, never from before. */
    public static String freshClient(String name) {
        return fetch(
                "aftercare",
                Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", name + "-demo-secret"));
    }

    /** A valid token of another realm of the same Keycloak: the issuer is wrong. */
    public static String ofAnotherRealm() {
        return fetch(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"));
    }

    private static Map<String, String> password(String client, String user) {
        return Map.of("grant_type", "password", "client_id", client, "username", user, "password", user);
    }

    private static String fetch(String realm, Map<String, String> form) {
        var url = TestServers.address("quarkus.oidc.auth-server-url").replace("/realms/aftercare", "/realms/" + realm);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            // Keycloak lets a user log in once at a time, and two modules may do so at the same time
            for (int again = 0; again < TRIES && answer.statusCode() != 200; again++) {
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
