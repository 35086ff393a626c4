package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value from the one JSON form it has: Jackson would take a number for text, or text for a number. */
final class StrictValue<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private final transient Set<JsonToken> tokens;
    private final transient Function<String, T> parse;

    private StrictValue(Class<T> type, Set<JsonToken> tokens, Function<String, T> parse) {
        super(type);
        this.tokens = tokens;
        this.parse = parse;
    }

    static SimpleModule module() {
        var text = Set.of(JsonToken.VALUE_STRING);
        return new SimpleModule()
                .addDeserializer(String.class, new StrictValue<>(String.class, text, StrictValue::text))
                .addDeserializer(LocalDate.class, new StrictValue<>(LocalDate.class, text, StrictValue::date))
                .addDeserializer(LocalTime.class, new StrictValue<>(LocalTime.class, text, StrictValue::time))
                .addDeserializer(Instant.class, new StrictValue<>(Instant.class, text, StrictValue::instant))
                .addDeserializer(
                        Integer.class,
                        new StrictValue<>(Integer.class, Set.of(JsonToken.VALUE_NUMBER_INT), Integer::valueOf))
                .addDeserializer(
                        Boolean.class,
                        new StrictValue<>(
                                Boolean.class, Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), Boolean::valueOf));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!tokens.contains(parser.currentToken())) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        try {
            return parse.apply(parser.getText());
        } catch (DateTimeException | IllegalArgumentException e) {
            return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "wrong form");
        }
    }

    private static String text(String value) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character");
        }
        return value;
    }

    private static LocalDate date(String value) {
        return plausible(LocalDate.parse(value));
    }

    /** To the minute: nobody meets at a second. */
    private static LocalTime time(String value) {
        var parsed = LocalTime.parse(value);
        if (!parsed.equals(parsed.truncatedTo(ChronoUnit.MINUTES))) {
            throw new DateTimeException("finer than a minute");
        }
        return parsed;
    }

    /** To the microsecond, which is what PostgreSQL keeps: a repeat must be equal to what was stored. */
    private static Instant instant(String value) {
        var parsed = OffsetDateTime.parse(value);
        plausible(parsed.toLocalDate());
        return parsed.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** No date of ours is far away, and PostgreSQL and Java do not agree about those that are. */
    static LocalDate plausible(LocalDate date) {
        if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
            throw new DateTimeException("far away");
        }
        return date;
    }
}
