package nl.aftercare.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells tests where the servers are, for as long as these run. */
public final class ServersFile implements AutoCloseable {
    private final Path file;

    public ServersFile(Path file) {
        this.file = file;
    }

    /** All at once: whoever sees the file sees all of it. */
    public void write(Map<String, String> properties) throws IOException {
        var lines = properties.entrySet().stream()
                .map(address -> address.getKey() + "=" + address.getValue() + "\n")
                .collect(Collectors.joining());
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, lines + "pid=" + ProcessHandle.current().pid() + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
