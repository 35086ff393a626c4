package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.validation.Validator;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.jspecify.annotations.Nullable;

/**
 * Reads and validates every request body and reports all that is wrong with it at once: wrong types, unknown fields and
 * broken constraints together, and the headers that go with the body. So a resource gets a valid body or none.
 */
@Provider
@Priority(1)
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
class RequestBodyReader implements MessageBodyReader<Object> {
    /** Enough to mend a body by; a hostile one would fill pages. */
    private static final int MOST_ERRORS = 100;

    private final ObjectMapper json;
    private final Validator validator;

    RequestBodyReader(ObjectMapper json, Validator validator) {
        this.json = strict(json);
        this.validator = validator;
    }

    private static ObjectMapper strict(ObjectMapper json) {
        var strict = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .addHandler(new CollectedErrors.Handler());
        strict.registerModule(StrictValue.module());
        return strict;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var errors = new CollectedErrors();
        Object value = read(type, body, errors);
        var all = new ArrayList<>(errors.all());
        all.addAll(inHeaders(annotations, headers));
        if (value != null) {
            validator.validate(value).stream()
                    .map(violation ->
                            new InvalidParam(violation.getPropertyPath().toString(), violation.getMessage()))
                    .filter(violation -> !errors.covers(violation.name()))
                    .forEach(all::add);
        } else if (errors.all().isEmpty()) {
            all.add(new InvalidParam("body", "mag niet leeg zijn"));
        }
        if (!all.isEmpty()) {
            all.sort(Comparator.comparing(InvalidParam::name).thenComparing(InvalidParam::reason));
            throw new InvalidInputException(all.subList(0, Math.min(all.size(), MOST_ERRORS)));
        }
        return value;
    }

    private static List<InvalidParam> inHeaders(Annotation[] annotations, MultivaluedMap<String, String> headers) {
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case WithIdempotencyKey key -> IdempotentRequests.problem(headers.getFirst("Idempotency-Key"));
                    case WithVersion version -> Version.problem(headers.getFirst("If-Match"));
                    default -> Optional.<InvalidParam>empty();
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private @Nullable Object read(Class<Object> type, InputStream body, CollectedErrors errors) throws IOException {
        try {
            return json.readerFor(type)
                    .withAttribute(CollectedErrors.class, errors)
                    .readValue(body);
        } catch (JsonMappingException e) {
            errors.add(CollectedErrors.path(e), "heeft de verkeerde vorm");
            return null;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            errors.add(
                    "body",
                    "is geen geldige JSON"
                            + (where == null
                                    ? ""
                                    : " (regel %d, kolom %d)".formatted(where.getLineNr(), where.getColumnNr())));
            return null;
        } catch (CharConversionException e) {
            errors.add("body", "is geen tekst in UTF-8");
            return null;
        }
    }
}
