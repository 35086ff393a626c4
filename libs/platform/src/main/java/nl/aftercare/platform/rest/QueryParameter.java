package nl.aftercare.platform.rest;

import java.util.UUID;
import nl.aftercare.platform.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what does not parse is a 400 that names the parameter. */
public final class QueryParameter {
    private QueryParameter() {}

    /** @throws InvalidInputException when it is there and no UUID */
    public static @Nullable UUID uuid(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new InvalidInputException(name, "moet een UUID zijn");
        }
        return UUID.fromString(value);
    }
}
