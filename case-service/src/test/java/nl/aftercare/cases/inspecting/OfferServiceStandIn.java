package nl.aftercare.cases.inspecting;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers for offer-service, which is tested by itself; the journey test has the real one. */
public class OfferServiceStandIn implements QuarkusTestResourceLifecycleManager {
    /** Requests as {@code path?query authorization}. */
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/offers", exchange -> {
            ASKED.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            var bytes = """
                    {"items":[{"id":"x","lines":[{"label":"Schadefonds Geweldsmisdrijven","reason":"Vertel dat het kan.",
                      "steps":[{"kind":"ACCEPTED","on":"2026-03-12"}]}]}],
                     "nextCursor":null}""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return Map.of(
                "aftercare.offer-service.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
