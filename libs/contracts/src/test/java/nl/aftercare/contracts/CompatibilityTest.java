package nl.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas and AsyncAPI documents against those of every release in {@code released/}. With a release they are copied there; what is
 * there is never changed.
 */
class CompatibilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path NOW = Path.of("src/main/resources/contracts");

    static List<Path> schemas() throws IOException {
        return released(".json");
    }

    static List<Path> documents() throws IOException {
        return released(".yaml");
    }

    private static List<Path> released(String ending) throws IOException {
        try (var files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(RELEASED::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void whoReadsByAReleasedSchemaCanReadWhatIsWrittenNow(Path schema) throws IOException {
        assertThat(Compatibility.breaks(
                        read(RELEASED.resolve(schema)),
                        read(NOW.resolve("schemas").resolve(schema.getFileName()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whoListensByAReleasedDocumentHearsItWhereItWas(Path document) throws IOException {
        assertThat(Compatibility.breaksOfDocument(
                        read(RELEASED.resolve(document)),
                        read(NOW.resolve("asyncapi").resolve(document.getFileName()))))
                .isEmpty();
    }

    @Test
    void everyEventAndDocumentIsComparedWithARelease() throws IOException {
        assertThat(names(schemas())).containsAll(names(files("schemas")));
        assertThat(names(documents())).containsAll(names(files("asyncapi")));
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(NOW.resolve(folder))) {
            return files.toList();
        }
    }

    private static List<Path> names(List<Path> files) {
        return files.stream().map(Path::getFileName).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "message", "header", "optional"})
    void aBreakOfADocumentIsFound(String kind) throws IOException {
        var file = NOW.resolve("asyncapi/case-service.yaml");
        var changed = read(file);
        var channel = (ObjectNode) changed.path("channels").elements().next();
        var headers = (ObjectNode) changed.at("/components/schemas/cloudEvent");
        switch (kind) {
            case "address" -> channel.put("address", "aftercare.other.v1");
            case "message" -> ((ObjectNode) channel.path("messages")).remove("robbery-reported");
            case "header" -> ((ObjectNode) headers.path("properties")).remove("ce_id");
            default -> headers.remove("required");
        }

        assertThat(Compatibility.breaksOfDocument(read(file), changed)).isNotEmpty();
    }

    @Test
    void anOptionalFieldMayBeAdded() throws IOException {
        var schema = sample();
        ((ObjectNode) schema.path("properties")).putObject("somethingNew").put("type", "string");

        assertThat(Compatibility.breaks(sample(), schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "optional", "type", "format", "value", "no values", "least"})
    void aBreakIsFound(String kind) throws IOException {
        var released = sample();
        var schema = sample();
        var properties = (ObjectNode) schema.path("properties");
        var kindOfRobbery = (ObjectNode) properties.path("kind");
        switch (kind) {
            case "gone" -> properties.remove("robberyId");
            case "optional" -> schema.remove("required");
            case "type" -> ((ObjectNode) properties.path("robberyId")).put("type", "integer");
            case "format" -> ((ObjectNode) properties.path("robberyId")).remove("format");
            case "no values" -> kindOfRobbery.remove("enum");
            case "least" -> ((ObjectNode) released.path("properties").path("kind")).put("minLength", 1);
            default -> kindOfRobbery.withArray("enum").add("OTHER");
        }

        assertThat(Compatibility.breaks(released, schema)).isNotEmpty();
    }

    private static ObjectNode sample() throws IOException {
        return (ObjectNode) read(NOW.resolve("schemas/robbery-reported.v1.json"));
    }

    private static JsonNode read(Path file) throws IOException {
        return (file.toString().endsWith(".yaml") ? YAML : JSON).readTree(Files.readString(file));
    }
}
