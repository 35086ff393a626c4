package nl.aftercare.platform.transaction;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the SQLSTATE of PostgreSQL in a failure, however it was wrapped. */
public final class SqlStates {
    private static final String UNIQUE_VIOLATION = "23505";

    private SqlStates() {}

    /** Of this very throwable, not of its causes. */
    public static Optional<String> of(Throwable failure) {
        return switch (failure) {
            case PgException refused -> Optional.ofNullable(refused.getSqlState());
            case SQLException refused -> Optional.ofNullable(refused.getSQLState());
            default -> Optional.empty();
        };
    }

    /** Two transactions made the same thing; the one that failed finds it when it tries again. */
    public static boolean isUniqueViolation(Throwable failure) {
        return any(failure, cause -> of(cause).filter(UNIQUE_VIOLATION::equals).isPresent());
    }

    static boolean any(Throwable failure, Predicate<Throwable> says) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(says);
    }
}
