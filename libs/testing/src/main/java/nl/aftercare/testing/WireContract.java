package nl.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds a really produced Kafka record against the AsyncAPI document of its service and the schema of its type. */
public final class WireContract {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private final JsonNode document;

    /** @param service whose document in {@code contracts/asyncapi/} it is */
    public WireContract(String service) {
        try (var file = WireContract.class.getResourceAsStream("/contracts/asyncapi/" + service + ".yaml")) {
            document = YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that key, headers and value are as promised, and that no header is there that the document does not name. */
    public void check(ConsumerRecord<String, byte[]> message) {
        var name = Topic.header(message, "ce_type").replaceFirst(".*\\.([a-z-]+)\\.v1$", "$1");
        assertThat(document.at("/components/messages").has(name))
                .as("message %s", name)
                .isTrue();
        assertThat(document.at("/channels"))
                .filteredOn(channel -> channel.get("messages").has(name))
                .extracting(channel -> channel.get("address").asText())
                .containsExactly(message.topic());
        assertThat(message.key()).matches("[0-9a-f-]{36}");
        checkHeaders(message, name);
        var value = new String(message.value(), StandardCharsets.UTF_8);
        assertThat(errors(Event.resource("/contracts/schemas/" + name + ".v1.json"), value))
                .isEmpty();
    }

    /** By the schema, and byte for byte like the frozen sample in what is the same for every record of a type. */
    private void checkHeaders(ConsumerRecord<String, byte[]> message, String name) {
        var headers = JsonNodeFactory.instance.objectNode();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var schema = document.at("/components/schemas/cloudEvent");
        assertThat(errors(schema, headers.toString())).isEmpty();
        var frozen = Event.resource("/contracts/samples/headers/" + name + ".v1.json");
        // what a clock starts belongs to no trace
        var names = frozen.propertyStream()
                .map(Map.Entry::getKey)
                .filter(header -> headers.has(header) || !header.endsWith("traceparent"))
                .toList();
        assertThat(headers.fieldNames()).toIterable().containsExactlyElementsOf(names);
        for (var fixed : List.of("content-type", "ce_specversion", "ce_source", "ce_type")) {
            assertThat(message.headers().lastHeader(fixed).value())
                    .as(fixed)
                    .isEqualTo(frozen.get(fixed).asText().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is wrong with a JSON text by a schema, formats included. */
    public static List<String> errors(JsonNode schema, String json) {
        return SCHEMAS
                .getSchema(schema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
