package nl.aftercare.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Reads a CloudEvent in binary mode from a Kafka record. */
@ApplicationScoped
class EventReader {
    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /**
     * @param types the event types that this reader knows, with the records of their data
     * @return empty for a type that is not known: a newer producer may tell more
     * @throws UnreadableRecordException without a mandatory attribute, or with data that does not fit its type
     */
    <E> Optional<IncomingEvent<E>> read(ConsumerRecord<String, byte[]> record, Map<String, Class<? extends E>> types) {
        var headers = record.headers();
        if (!"1.0".equals(required(headers, "ce_specversion"))) {
            throw new UnreadableRecordException("ce_specversion is not 1.0");
        }
        var type = types.get(required(headers, "ce_type"));
        var source = required(headers, "ce_source");
        var id = id(required(headers, "ce_id"));
        if (type == null) {
            return Optional.empty();
        }
        var municipality = municipality(required(headers, "ce_municipality"));
        var time = time(required(headers, "ce_time"));
        return Optional.of(new IncomingEvent<>(id, source, municipality, time, data(record.value(), type)));
    }

    private <E> E data(byte[] value, Class<? extends E> type) {
        if (value == null) {
            throw new UnreadableRecordException("the record has no data");
        }
        try {
            E data = json.readValue(value, type);
            if (data == null) {
                throw new UnreadableRecordException("the data is null");
            }
            return data;
        } catch (JsonMappingException e) {
            var path = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw new UnreadableRecordException(
                    "the data is no valid " + type.getSimpleName() + (path.isEmpty() ? "" : " at " + path));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new UnreadableRecordException(
                    "the data is no JSON: line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableRecordException("the data cannot be read");
        }
    }

    private static String required(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            throw new UnreadableRecordException("the mandatory attribute " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("ce_id is no UUID");
        }
    }

    private static Municipality municipality(String text) {
        if (!text.matches(Municipality.PATTERN)) {
            throw new UnreadableRecordException("ce_municipality is no municipality code");
        }
        return new Municipality(text);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableRecordException("ce_time is no RFC 3339 instant");
        }
    }
}
