package nl.aftercare.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether who reads by an older schema, or listens by an older AsyncAPI document, can read what is written by a newer one: within a major
 * only optional fields and messages are added.
 */
final class Compatibility {
    private static final List<String> PROMISES = List.of(
            "type",
            "format",
            "pattern",
            "const",
            "$ref",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    static List<String> breaks(JsonNode released, JsonNode now) {
        var compatibility = new Compatibility();
        compatibility.compare(released, now, "");
        return compatibility.breaks;
    }

    static List<String> breaksOfDocument(JsonNode released, JsonNode now) {
        var compatibility = new Compatibility();
        released.path("channels")
                .properties()
                .forEach(channel -> compatibility.channel(
                        channel.getKey(),
                        channel.getValue(),
                        now.path("channels").path(channel.getKey())));
        var headers = "/components/schemas/cloudEvent";
        compatibility.compare(released.at(headers), now.at(headers), "headers");
        return compatibility.breaks;
    }

    private void channel(String name, JsonNode released, JsonNode now) {
        if (!released.path("address").equals(now.path("address"))) {
            breaks.add(name + ": was at " + released.path("address") + " and is at " + now.path("address"));
        }
        released.path("messages").fieldNames().forEachRemaining(message -> {
            if (!now.path("messages").has(message)) {
                breaks.add(name + ": tells " + message + " no longer");
            }
        });
    }

    private void compare(JsonNode released, JsonNode now, String path) {
        for (var keyword : PROMISES) {
            if (released.has(keyword) && !released.get(keyword).equals(now.get(keyword))) {
                breaks.add(path + ": " + keyword + " was " + released.get(keyword) + " and is " + now.get(keyword));
            }
        }
        if (released.has("enum")
                && (!now.has("enum") || !values(released.get("enum")).containsAll(values(now.get("enum"))))) {
            breaks.add(path + ": has values that a reader does not know");
        }
        if (!values(now.path("required")).containsAll(values(released.path("required")))) {
            breaks.add(path + ": what was always there may be missing");
        }
        released.path("properties").properties().forEach(field -> property(field, now.path("properties"), path));
        if (released.has("items")) {
            compare(released.get("items"), now.path("items"), path + "[]");
        }
        released.path("$defs")
                .properties()
                .forEach(part ->
                        compare(part.getValue(), now.path("$defs").path(part.getKey()), path + "#" + part.getKey()));
    }

    private void property(Map.Entry<String, JsonNode> field, JsonNode now, String path) {
        var name = path + "." + field.getKey();
        if (now.has(field.getKey())) {
            compare(field.getValue(), now.get(field.getKey()), name);
        } else {
            breaks.add(name + ": is gone");
        }
    }

    private static TreeSet<String> values(JsonNode array) {
        var values = new TreeSet<String>();
        array.forEach(value -> values.add(value.toString()));
        return values;
    }
}
