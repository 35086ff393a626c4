package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.jspecify.annotations.Nullable;

/** What Jackson met while it read one body; it reads on after each, so that the client hears everything. */
final class CollectedErrors {
    private final List<InvalidParam> errors = new ArrayList<>();

    void add(String path, String reason) {
        errors.add(new InvalidParam(path, reason));
    }

    List<InvalidParam> all() {
        return errors;
    }

    /** A value that could not be read is null afterwards; that it is missing is no second error. */
    boolean covers(String path) {
        return errors.stream().anyMatch(error -> path.equals(error.name()) || path.startsWith(error.name() + "."));
    }

    /** The failing place as a path, without a value of it. */
    static String path(JsonMappingException failure) {
        var path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.substring(path.startsWith(".") ? 1 : 0);
    }

    static final class Handler extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            var errors = (CollectedErrors) context.getAttribute(CollectedErrors.class);
            errors.add(unknown(context.getParser(), parser, name), "is onbekend");
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String message) {
            add(context, expected(target));
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String message) {
            add(context, expected(target));
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            add(context, place(parser), expected(target.getRawClass()));
            parser.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> target,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            add(context, place(parser), expected(target));
            parser.skipChildren();
            return null;
        }

        /** Jackson keeps unknown fields of a record apart until the record is read: then its owner is where the body is at. */
        private static String unknown(JsonParser body, JsonParser parser, String name) {
            if (parser == body) {
                return path(place(parser));
            }
            var owner = body.getParsingContext();
            return owner.inRoot() ? name : path(owner) + "." + name;
        }

        /** Where the current value stands; at its opening bracket the parser is already inside it. */
        private static JsonStreamContext place(JsonParser parser) {
            var at = parser.getParsingContext();
            return parser.currentToken().isStructStart() ? at.getParent() : at;
        }

        private static void add(DeserializationContext context, String reason) {
            add(context, context.getParser().getParsingContext(), reason);
        }

        private static void add(DeserializationContext context, JsonStreamContext at, String reason) {
            var errors = (CollectedErrors) context.getAttribute(CollectedErrors.class);
            errors.add(path(at), reason);
        }

        private static String expected(Class<?> target) {
            if (target.isEnum()) {
                return "moet één van deze waarden zijn: " + QueryParameter.names(target.getEnumConstants());
            }
            if (target == LocalTime.class) {
                return "moet een tijd zijn, zoals 19:30";
            }
            if (target == LocalDate.class) {
                return "moet een datum zijn, zoals 2026-03-02";
            }
            if (target == Instant.class) {
                return "moet een tijdstip zijn, zoals 2026-03-02T21:15:00Z";
            }
            if (target == UUID.class) {
                return "moet een UUID zijn";
            }
            if (target == String.class) {
                return "moet tekst zijn, zonder stuurtekens";
            }
            if (target == Boolean.class || target == boolean.class) {
                return "moet true of false zijn";
            }
            if (List.class.isAssignableFrom(target)) {
                return "moet een lijst zijn";
            }
            return Number.class.isAssignableFrom(target) || target.isPrimitive()
                    ? "moet een getal zijn"
                    : "moet een object zijn";
        }

        private static String path(JsonStreamContext at) {
            if (at.inRoot() || at.getParent() == null) {
                return "body";
            }
            var parent = at.getParent().inRoot() ? "" : path(at.getParent());
            if (at.inArray()) {
                return parent + "[" + at.getCurrentIndex() + "]";
            }
            var name = at.getCurrentName();
            if (name == null) {
                return parent.isEmpty() ? "body" : parent;
            }
            return parent.isEmpty() ? name : parent + "." + name;
        }
    }
}
