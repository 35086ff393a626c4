package nl.aftercare.quickstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the traces of the services (OTLP over HTTP) and keeps the first part of them in a file, as they came. */
final class TraceSink {
    private static final long LARGEST_FILE = 64L << 20;
    private final Ports ports;
    private final Path file;
    private @Nullable HttpServer server;
    private long written;

    TraceSink(Folders folders, Ports ports) {
        this.ports = ports;
        this.file = folders.state().resolve("log/traces.bin");
    }

    List<Integer> ports() {
        return List.of(ports.traces());
    }

    void start() throws IOException {
        var out = Files.newOutputStream(file);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", ports.traces()), 0);
        server.createContext("/v1/traces", exchange -> {
            keep(out, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void keep(OutputStream out, byte[] traces) throws IOException {
        if (written + traces.length < LARGEST_FILE) {
            out.write(traces);
            written += traces.length;
        }
    }
}
