package nl.aftercare.platform.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * @param otherwise when it is not there
     * @throws InvalidInputException when it is there and no calendar date
     */
    public static LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return StrictValue.plausible(LocalDate.parse(value));
        } catch (DateTimeException e) {
            throw new InvalidInputException(name, "moet een datum zijn, zoals 2026-03-02");
        }
    }

    /** @throws InvalidInputException when it is there and none of the values */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        name, "moet één van deze waarden zijn: " + names(type.getEnumConstants())));
    }

    /** All names, as a person reads them. */
    static String names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
    }
}
