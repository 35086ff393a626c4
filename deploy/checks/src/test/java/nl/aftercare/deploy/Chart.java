package nl.aftercare.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart, and what it makes for each kind of install. */
final class Chart {
    static final Path ROOT = Path.of(System.getProperty("aftercare.root", "../.."));
    static final Path FOLDER = ROOT.resolve("deploy/helm/aftercare");
    static final List<String> ENVIRONMENTS = List.of("values", "minimal", "test", "production");
    static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    /** @param environment a file of environments/, or {@code values} for the chart's own */
    static List<JsonNode> render(String environment) {
        return render(environment, Map.of());
    }

    static List<JsonNode> render(String environment, Map<String, String> settings) {
        var command = new Helm(FOLDER)
                .template()
                .withName("aftercare")
                .withNamespace("aftercare")
                .withKubeVersion("1.33.0");
        if (!environment.equals("values")) {
            command.withValuesFile(FOLDER.resolve("environments/" + environment + ".yaml"));
        }
        settings.forEach(command::set);
        return documents(command.call());
    }

    static List<JsonNode> documents(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream()
                    .filter(document -> document.isObject())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each service is. */
    static JsonNode suite() {
        return yaml(FOLDER.resolve("files/suite.yaml"));
    }

    static Stream<JsonNode> ofKind(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    static String name(JsonNode manifest) {
        return manifest.path("kind").asText() + "/"
                + manifest.at("/metadata/name").asText();
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
