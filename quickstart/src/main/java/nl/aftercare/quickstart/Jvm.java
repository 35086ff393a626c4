package nl.aftercare.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this suite calls {@code java}. */
final class Jvm {
    private Jvm() {}

    /** The JVM that runs this very code, set for small servers: serial collector, quick compiler. */
    static List<String> command(List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        return command;
    }

    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }
}
