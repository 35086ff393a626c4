package nl.aftercare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas against those of every release in {@code released/}. With a release its schemas are copied there; what is there is never
 * changed.
 */
class CompatibilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path NOW = Path.of("src/main/resources/contracts");

    static List<Path> released() throws IOException {
        try (var files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(RELEASED::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void whoReadsByAReleasedSchemaCanReadWhatIsWrittenNow(Path schema) throws IOException {
        assertThat(Compatibility.breaks(
                        read(RELEASED.resolve(schema)),
                        read(NOW.resolve("schemas").resolve(schema.getFileName()))))
                .isEmpty();
    }

    @Test
    void everyEventIsComparedWithTheLastRelease() throws IOException {
        try (var files = Files.list(NOW.resolve("schemas"))) {
            assertThat(released()).hasSizeGreaterThanOrEqualTo((int) files.count());
        }
    }

    @Test
    void anOptionalFieldMayBeAdded() throws IOException {
        var schema = sample();
        ((ObjectNode) schema.path("properties")).putObject("somethingNew").put("type", "string");

        assertThat(Compatibility.breaks(sample(), schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "optional", "type", "format", "value"})
    void aBreakIsFound(String kind) throws IOException {
        var schema = sample();
        var properties = (ObjectNode) schema.path("properties");
        var kindOfRobbery = (ObjectNode) properties.path("kind");
        switch (kind) {
            case "gone" -> properties.remove("robberyId");
            case "optional" -> schema.remove("required");
            case "type" -> ((ObjectNode) properties.path("robberyId")).put("type", "integer");
            case "format" -> ((ObjectNode) properties.path("robberyId")).remove("format");
            default -> kindOfRobbery.withArray("enum").add("OTHER");
        }

        assertThat(Compatibility.breaks(sample(), schema)).isNotEmpty();
    }

    private static ObjectNode sample() throws IOException {
        return (ObjectNode) read(NOW.resolve("schemas/robbery-reported.v1.json"));
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
