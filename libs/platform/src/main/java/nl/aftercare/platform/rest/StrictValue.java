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
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value from the one JSON form it has: Jackson would take a number for text, or text for a number. */
final class StrictValue<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
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
                .addDeserializer(String.class, new StrictValue<>(String.class, text, value -> value))
                .addDeserializer(LocalDate.class, new StrictValue<>(LocalDate.class, text, LocalDate::parse))
                .addDeserializer(
                        Instant.class, new StrictValue<>(Instant.class, text, value -> OffsetDateTime.parse(value)
                                .toInstant()))
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
        } catch (DateTimeException | NumberFormatException e) {
            return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "wrong form");
        }
    }
}
