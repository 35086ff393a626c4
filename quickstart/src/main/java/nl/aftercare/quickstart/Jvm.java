package nl.aftercare.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this suite calls {@code java}. */
final class Jvm {
    /** For servers on a small machine: start quickly, stay small. */
    static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-Xmx256m");

    private Jvm() {}

    /** The JVM that runs this very code, with the serial collector. */
    static List<String> command(List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
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
