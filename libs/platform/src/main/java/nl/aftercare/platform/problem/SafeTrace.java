package nl.aftercare.platform.problem;

import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return cause instanceof PgException refused ? " " + refused.getSqlState() : "";
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
