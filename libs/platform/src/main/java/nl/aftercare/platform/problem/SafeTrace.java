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
        return causes(failure).map(cause -> name(cause) + frames(cause)).collect(Collectors.joining("\ncaused by "));
    }

    /** What failed, without where: for failures that come by the hundred. */
    public static String inOneLine(Throwable failure) {
        return causes(failure).map(SafeTrace::name).collect(Collectors.joining(" caused by "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }

    private static String name(Throwable cause) {
        return cause.getClass().getName() + sqlState(cause);
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
