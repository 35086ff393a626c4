package nl.aftercare.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A wire event for a test, made from the frozen sample of its type: {@code Event.of("cases", "robbery-reported")
 * .with("kind", "COMMERCIAL").send()}. Each has a fresh event id; ids in the data are the sample's until replaced.
 */
public final class Event {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String topic;
    private final ObjectNode data;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Event(String domain, String name) {
        this.topic = "aftercare." + domain + ".v1";
        this.data = (ObjectNode) resource("/contracts/samples/" + name + ".v1.json");
        headers.putAll(Map.of(
                "content-type",
                "application/json",
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "urn:nld:oin:00000000000000000000:systeem:test",
                "ce_type",
                "nl.aftercare." + domain + "." + name + ".v1",
                "ce_subject",
                UUID.randomUUID().toString(),
                "ce_time",
                Instant.now().toString(),
                "ce_municipality",
                "9901"));
    }

    /** @param domain second part of the topic, such as {@code cases} */
    public static Event of(String domain, String name) {
        return new Event(domain, name);
    }

    public Event with(String field, Object value) {
        data.set(field, JSON.valueToTree(value));
        return this;
    }

    public Event header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Event without(String header) {
        headers.remove(header);
        return this;
    }

    public Event send() {
        return sendRaw(json());
    }

    /** The data, as it is sent. */
    public String json() {
        return data.toString();
    }

    /** Sends these bytes in place of the data. */
    public Event sendRaw(String value) {
        new Topic(topic).send(data.path("robberyId").asText(headers.get("ce_subject")), value, headers);
        return this;
    }

    public String id() {
        return Objects.requireNonNull(headers.get("ce_id"));
    }

    static JsonNode resource(String path) {
        try (var file = Event.class.getResourceAsStream(path)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
