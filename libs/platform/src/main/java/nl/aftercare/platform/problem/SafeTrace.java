package nl.aftercare.platform.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.platform.transaction.SqlStates;

/** A stack trace without messages: those of databases and parsers quote what people typed. */
public final class SafeTrace {
    private static final int FRAMES = 12;

    private SafeTrace() {}

    public static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(cause -> cause.getClass().getName() + sqlState(cause) + frames(cause))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String sqlState(Throwable cause) {
        return SqlStates.of(cause).map(state -> " " + state).orElse("");
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
