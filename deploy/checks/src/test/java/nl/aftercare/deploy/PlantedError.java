package nl.aftercare.deploy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a manifest.
 *
 * @param of kind, for the first of it, or kind and name
 * @param pointer JSON Pointer to what is changed
 * @param value as JSON; null to take it away
 */
record PlantedError(String of, String pointer, @Nullable String value) {

    void plant(List<JsonNode> manifests) {
        var manifest = manifests.stream()
                .filter(one ->
                        Chart.name(one).equals(of) || one.path("kind").asText().equals(of))
                .findFirst()
                .orElseThrow();
        var at = JsonPointer.compile(pointer);
        var parent = manifest.at(at.head());
        var last = at.last();
        switch (parent) {
            case ObjectNode object when value == null -> object.remove(last.getMatchingProperty());
            case ObjectNode object -> object.set(last.getMatchingProperty(), json(value));
            case ArrayNode array when value == null -> array.remove(last.getMatchingIndex());
            case ArrayNode array -> array.set(last.getMatchingIndex(), json(value));
            default -> throw new IllegalArgumentException(pointer + " is not in " + Chart.name(manifest));
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
