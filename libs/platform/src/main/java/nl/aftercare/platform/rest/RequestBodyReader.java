package nl.aftercare.platform.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final ValidRecords records;

    RequestBodyReader(ValidRecords records) {
        this.records = records;
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
        return records.read(type, body, inHeaders(annotations, headers));
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
}
