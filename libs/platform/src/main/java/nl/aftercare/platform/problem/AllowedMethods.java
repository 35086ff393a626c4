package nl.aftercare.platform.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which methods a path has, from the API document of the build: Quarkus REST does not say it with a 405. */
@ApplicationScoped
class AllowedMethods {
    private static final String DOCUMENT = "/META-INF/quarkus-generated-openapi-doc.JSON";
    private final Map<Pattern, String> methods;

    AllowedMethods(ObjectMapper json) {
        methods = read(json).path("paths").properties().stream()
                .collect(Collectors.toMap(
                        path -> Pattern.compile("/v1" + path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                        path -> path.getValue().properties().stream()
                                .map(Entry::getKey)
                                .filter(key -> key.matches("get|put|post|delete|patch"))
                                .map(method -> method.toUpperCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    /** @return the value of an {@code Allow} header */
    String of(String path) {
        return methods.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Entry::getValue)
                .findFirst()
                .orElse("GET");
    }

    private static JsonNode read(ObjectMapper json) {
        try (var document = AllowedMethods.class.getResourceAsStream(DOCUMENT)) {
            return document == null ? json.createObjectNode() : json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
