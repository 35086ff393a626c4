package nl.aftercare.platform.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away, or asks to try again, from a statement that will fail every time. */
public final class Outage {
    // data, integrity and the statement itself: these fail every time
    private static final Set<String> PERMANENT = Set.of("22", "23", "42");

    private Outage() {}

    public static boolean isOutage(Throwable failure) {
        return SqlStates.any(failure, Outage::says);
    }

    private static boolean says(Throwable cause) {
        var state = SqlStates.of(cause);
        if (state.isPresent()) {
            return !PERMANENT.contains(state.get().substring(0, 2));
        }
        return switch (cause) {
            // what cannot be read now cannot be read later
            case JsonProcessingException unreadable -> false;
            case IOException away -> true;
            case TimeoutException late -> true;
            case ConnectionPoolTooBusyException full -> true;
            // how Vert.x says that a pool or a connection is closed, and also that a parameter has the wrong type
            case NoStackTraceThrowable closed ->
                !String.valueOf(closed.getMessage()).contains("coerced");
            case RuntimeException other ->
                other.getClass().getName().endsWith("ClosedConnectionException")
                        || String.valueOf(other.getMessage()).contains("onnection is closed")
                        || String.valueOf(other.getMessage()).contains("onnection closed");
            default -> false;
        };
    }
}
