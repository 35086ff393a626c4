package nl.aftercare.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;

/** The blocking twin of the intake endpoint as a process, beside a running suite without other services. */
final class Twin implements AutoCloseable {
    private final int port;
    private final Process process;

    Twin(Folders folders, Ports ports) throws IOException, InterruptedException {
        // that of a service which does not run here
        port = ports.service(ServiceName.OFFER, 0);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        Suite.properties(ports).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx512m");
        command.add("-Xms512m");
        command.add("-jar");
        command.add(folders.root()
                .resolve("benchmarks/blocking-twin/target/quarkus-app/quarkus-run.jar")
                .toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folders.log("blocking-twin").toFile())
                .start();
        awaitPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/v1";
    }

    private void awaitPort() throws IOException, InterruptedException {
        while (true) {
            try (var socket = new Socket("127.0.0.1", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
