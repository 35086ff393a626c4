package nl.aftercare.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** What the person at the keyboard sees: one line per step, with the seconds since the start. */
public final class Console {
    private static Instant start = Instant.now();
    private static final PrintStream OUT = System.out;

    private Console() {}

    /** From here the seconds count. */
    static void begin() {
        start = Instant.now();
    }

    public static void step(String what) {
        var elapsed = Duration.between(start, Instant.now());
        OUT.printf("[%5.1fs] %s%n", elapsed.toMillis() / 1000.0, what);
    }

    public static void print(String text) {
        OUT.println(text);
    }
}
