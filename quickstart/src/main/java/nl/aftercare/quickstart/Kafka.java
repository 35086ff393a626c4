package nl.aftercare.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Kafka broker (KRaft, one node) in a JVM of its own, so that it can be killed by itself. */
public final class Kafka extends Server {
    private final Folders folders;
    private final Ports ports;

    Kafka(Folders folders, Ports ports) {
        super("kafka", folders.state());
        this.folders = folders;
        this.ports = ports;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    String marker() {
        return data().toString();
    }

    @Override
    Path log() {
        return folders.log("kafka");
    }

    @Override
    List<Integer> ports() {
        return List.of(ports.kafka(), ports.kafkaController());
    }

    @Override
    Process launch() throws IOException {
        Files.deleteIfExists(ready());
        var command = new ArrayList<>(Jvm.command(Jvm.SMALL));
        command.addAll(List.of("-cp", Jvm.ownClassPath(), KafkaBroker.class.getName()));
        command.addAll(List.of(
                data().toString(),
                Integer.toString(ports.kafka()),
                Integer.toString(ports.kafkaController()),
                ready().toString()));
        return Children.start(new Children.Spec(command, Map.of(), log(), "TERM", false));
    }

    /** The broker writes this file once the topics are there. */
    @Override
    boolean answers() {
        return Files.exists(ready());
    }

    private Path data() {
        return folders.state().resolve("kafka");
    }

    private Path ready() {
        return folders.state().resolve("run/kafka.ready");
    }
}
