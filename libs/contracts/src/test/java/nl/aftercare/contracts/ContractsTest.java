package nl.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.offers.OfferEvent;
import nl.aftercare.contracts.offers.SchemeEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Record, schema, sample and AsyncAPI document of each event tell the same. */
class ContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Arguments> events() {
        var all = new TreeMap<String, Class<?>>();
        all.putAll(CaseEvent.TYPES);
        all.putAll(OfferEvent.TYPES);
        all.putAll(SchemeEvent.TYPES);
        all.putAll(NeighbourhoodEvent.TYPES);
        all.putAll(NotificationEvent.TYPES);
        return all.entrySet().stream().map(event -> Arguments.of(event.getKey(), event.getValue()));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("case-service", CaseEvent.TOPIC, CaseEvent.TYPES),
                Arguments.of("offer-service", OfferEvent.TOPIC, OfferEvent.TYPES),
                Arguments.of("offer-service", SchemeEvent.TOPIC, SchemeEvent.TYPES),
                Arguments.of("neighbourhood-service", NeighbourhoodEvent.TOPIC, NeighbourhoodEvent.TYPES),
                Arguments.of("notification-service", NotificationEvent.TOPIC, NotificationEvent.TYPES));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theFrozenSampleKeepsThePromiseOfTheSchema(String type, Class<?> event) throws IOException {
        assertThat(errors(type, sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theRecordReadsTheSampleAndWritesItBackUnchanged(String type, Class<?> event) throws IOException {
        var read = JSON.treeToValue(sample(type), event);
        assertThat(JSON.<JsonNode>valueToTree(read)).isEqualTo(sample(type));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaRefusesASampleWithoutARequiredField(String type, Class<?> event) throws IOException {
        for (var required : schema(type).get("required")) {
            assertThat(errors(type, sample(type).without(required.asText()))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theRecordRefusesASampleWithoutARequiredField(String type, Class<?> event) throws IOException {
        for (var required : schema(type).get("required")) {
            var incomplete = sample(type).without(required.asText());
            assertThatThrownBy(() -> JSON.treeToValue(incomplete, event)).hasMessageContaining(required.asText());
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theRecordReadsASampleOfALaterMinorVersion(String type, Class<?> event) throws IOException {
        var later = sample(type).put("addedLater", "x");
        assertThat(JSON.treeToValue(later, event)).isEqualTo(JSON.treeToValue(sample(type), event));
        assertThat(errors(type, later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aWrongCodeFitsNeitherSchemaNorRecord(String type, Class<?> event) throws IOException {
        for (var field : schema(type).get("properties").properties()) {
            if (field.getValue().has("enum")) {
                var wrong = sample(type).put(field.getKey(), "NO_SUCH_CODE");
                assertThat(errors(type, wrong)).isNotEmpty();
                assertThatThrownBy(() -> JSON.treeToValue(wrong, event)).isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theFrozenHeadersKeepThePromiseOfTheAsyncApiDocument(String service, String topic, Map<String, Class<?>> types)
            throws IOException {
        var document = YAML.readTree(getClass().getResourceAsStream("/contracts/asyncapi/" + service + ".yaml"));
        var promised = document.at("/components/schemas/cloudEvent");
        for (var type : types.keySet()) {
            var headers = JSON.readTree(getClass().getResourceAsStream("/contracts/samples/headers/" + file(type)));
            assertThat(errors(promised, headers)).isEmpty();
            assertThat(headers.get("ce_type").asText()).isEqualTo(type);
            assertThat(headers.get("ce_source").asText()).endsWith(":systeem:" + service);
            assertThat(headers.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(promised.get("properties")::fieldNames);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theAsyncApiDocumentNamesTheTopicAndExactlyItsEvents(String service, String topic, Map<String, Class<?>> types)
            throws IOException {
        var document = YAML.readTree(getClass().getResourceAsStream("/contracts/asyncapi/" + service + ".yaml"));
        var channel = StreamSupport.stream(document.at("/channels").spliterator(), false)
                .filter(one -> one.get("address").asText().equals(topic))
                .findFirst()
                .orElseThrow();
        var told = new ArrayList<String>();
        for (var message : channel.get("messages").properties()) {
            assertThat(message.getValue().get("$ref").asText()).isEqualTo("#/components/messages/" + message.getKey());
            var promised = document.at("/components/messages/" + message.getKey());
            told.add(promised.at("/headers/allOf/1/properties/ce_type/const").asText());
            var schema = promised.at("/payload/schema/$ref").asText();
            assertThat(schema).isEqualTo("../schemas/" + message.getKey() + ".v1.json");
            assertThat(getClass().getResource("/contracts/asyncapi/" + schema)).isNotNull();
            // which keep the promise of the schema
            assertThat(promised.at("/examples/0/payload/$ref").asText())
                    .isEqualTo("../samples/" + message.getKey() + ".v1.json");
            assertThat(promised.at("/examples/0/headers/$ref").asText())
                    .isEqualTo("../samples/headers/" + message.getKey() + ".v1.json");
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(types.keySet());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyMessageOfADocumentIsOnATopic(String service, String topic, Map<String, Class<?>> types)
            throws IOException {
        var document = YAML.readTree(getClass().getResourceAsStream("/contracts/asyncapi/" + service + ".yaml"));

        assertThat(document.at("/components/messages").fieldNames())
                .toIterable()
                .allMatch(
                        message -> StreamSupport.stream(document.at("/channels").spliterator(), false)
                                .anyMatch(channel -> channel.get("messages").has(message)));
    }

    private static List<String> errors(String type, JsonNode data) throws IOException {
        return errors(schema(type), data);
    }

    private static List<String> errors(JsonNode schema, JsonNode data) {
        return SCHEMAS
                .getSchema(schema)
                .validate(
                        data.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode schema(String type) throws IOException {
        return JSON.readTree(ContractsTest.class.getResourceAsStream("/contracts/schemas/" + file(type)));
    }

    private static ObjectNode sample(String type) throws IOException {
        return (ObjectNode) JSON.readTree(ContractsTest.class.getResourceAsStream("/contracts/samples/" + file(type)));
    }

    /** {@code nl.aftercare.cases.robbery-reported.v1} is in {@code robbery-reported.v1.json}. */
    private static String file(String type) {
        return type.replaceFirst("^nl\\.aftercare\\.[a-z]+\\.", "") + ".json";
    }
}
