package nl.aftercare.platform.transaction;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a database that is away, or asks to try again, from a statement that will fail every time. */
public final class Outage {
    // connection, resources, operator intervention, transaction rollback (deadlock, serialisation)
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "40");

    private Outage() {}

    public static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outage::says);
    }

    private static boolean says(Throwable cause) {
        return switch (cause) {
            case PgException refused -> CLASSES.contains(refused.getSqlState().substring(0, 2));
            case IOException away -> true;
            case TimeoutException late -> true;
            // how Vert.x says that a pool or a connection is closed
            case NoStackTraceThrowable closed -> true;
            case RuntimeException other ->
                other.getClass().getName().endsWith("ClosedConnectionException")
                        || String.valueOf(other.getMessage()).contains("onnection is closed")
                        || String.valueOf(other.getMessage()).contains("onnection closed");
            default -> false;
        };
    }
}
