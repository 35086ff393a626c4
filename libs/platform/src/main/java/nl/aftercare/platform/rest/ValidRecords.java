package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.jspecify.annotations.Nullable;

/** Reads a record from JSON, valid or not at all: all that is wrong with it is reported at once. */
@ApplicationScoped
public class ValidRecords {
    /** Enough to mend a body by; a hostile one would fill pages. */
    private static final int MOST_ERRORS = 100;

    private final ObjectMapper json;
    private final Validator validator;

    ValidRecords(ObjectMapper json, Validator validator) {
        this.json = strict(json);
        this.validator = validator;
    }

    /**
     * @param also what is wrong elsewhere, to be reported together
     * @throws InvalidInputException naming everything that is wrong
     */
    public <T> T read(Class<T> type, InputStream body, List<InvalidParam> also) throws IOException {
        var errors = new CollectedErrors();
        T value = read(type, body, errors);
        var all = new ArrayList<>(errors.all());
        all.addAll(also);
        if (value != null) {
            validator.validate(value).stream()
                    .map(violation ->
                            new InvalidParam(violation.getPropertyPath().toString(), violation.getMessage()))
                    .filter(violation -> !errors.covers(violation.name()))
                    .forEach(all::add);
        } else if (errors.all().isEmpty()) {
            all.add(new InvalidParam("body", "mag niet leeg zijn"));
        }
        if (value == null || !all.isEmpty()) {
            all.sort(Comparator.comparing(InvalidParam::name).thenComparing(InvalidParam::reason));
            throw new InvalidInputException(all.subList(0, Math.min(all.size(), MOST_ERRORS)));
        }
        return value;
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

    private <T> @Nullable T read(Class<T> type, InputStream body, CollectedErrors errors) throws IOException {
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
