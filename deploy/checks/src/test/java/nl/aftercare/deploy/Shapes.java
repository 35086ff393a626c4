package nl.aftercare.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.util.ModelMapper;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a manifest has no unknown field, all required ones and the right types: what is Kubernetes' own by the models of its official
 * client, what is an operator's by operators.yaml.
 */
final class Shapes {
    private static final JsonNode OPERATORS = operators();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static {
        // the models check themselves with its Gson
        new JSON();
    }

    private Shapes() {}

    static List<String> problems(JsonNode manifest) {
        var version = manifest.path("apiVersion").asText();
        var shape = OPERATORS.path(version + " " + manifest.path("kind").asText());
        return (shape.isMissingNode() ? ofKubernetes(manifest, version) : ofOperator(manifest, shape))
                .map(problem -> Chart.name(manifest) + ": " + problem)
                .toList();
    }

    private static Stream<String> ofKubernetes(JsonNode manifest, String version) {
        int slash = version.indexOf('/');
        var type = ModelMapper.getApiTypeClass(
                slash < 0 ? "" : version.substring(0, slash),
                version.substring(slash + 1),
                manifest.path("kind").asText());
        if (type == null || !type.getPackageName().equals("io.kubernetes.client.openapi.models")) {
            return Stream.of("no such kind in " + version);
        }
        return ofModel(manifest, type);
    }

    private static Stream<String> ofModel(JsonNode manifest, Class<?> type) {
        var json = JsonParser.parseString(manifest.toString());
        try {
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            return retyped(json, JSON.getGson().toJsonTree(JSON.getGson().fromJson(json, type)), "");
        } catch (InvocationTargetException e) {
            return Stream.of(firstLine(e.getCause()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Stream.of(firstLine(e));
        }
    }

    /** What the models make a text, a number or a truth of, and an API server refuses. */
    private static Stream<String> retyped(JsonElement given, @Nullable JsonElement read, String at) {
        if (given.isJsonObject() && read != null && read.isJsonObject()) {
            return given.getAsJsonObject().entrySet().stream()
                    .flatMap(field -> retyped(
                            field.getValue(), read.getAsJsonObject().get(field.getKey()), at + "/" + field.getKey()));
        }
        if (given.isJsonArray() && read != null && read.isJsonArray()) {
            return IntStream.range(0, given.getAsJsonArray().size())
                    .boxed()
                    .flatMap(i -> retyped(
                            given.getAsJsonArray().get(i), read.getAsJsonArray().get(i), at + "/" + i));
        }
        if (given instanceof JsonPrimitive one && read instanceof JsonPrimitive other) {
            return one.isString() == other.isString() && one.isBoolean() == other.isBoolean()
                    ? Stream.of()
                    : Stream.of(at + " is " + one + ", and should be as " + other);
        }
        return Stream.of();
    }

    private static Stream<String> ofOperator(JsonNode manifest, JsonNode shape) {
        var top = manifest.properties().stream()
                .map(field -> field.getKey())
                .filter(field ->
                        !List.of("apiVersion", "kind", "metadata", "spec").contains(field))
                .map(field -> "unknown field " + field);
        var wrong = SCHEMAS.getSchema(shape).validate(manifest.path("spec").toString(), InputFormat.JSON).stream()
                .map(Object::toString);
        return Stream.of(top, wrong, ofModel(manifest.path("metadata"), V1ObjectMeta.class))
                .flatMap(problems -> problems);
    }

    private static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Each with the definitions that all of them share, and nothing unknown in any object. */
    private static JsonNode operators() {
        var all = (ObjectNode) Chart.yaml(Chart.ROOT.resolve("deploy/checks/src/test/resources/operators.yaml"));
        var shared = all.remove("$defs");
        all.properties().forEach(kind -> ((ObjectNode) kind.getValue()).set("$defs", shared));
        strict(all);
        return all;
    }

    private static void strict(JsonNode shape) {
        if (shape instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        shape.forEach(Shapes::strict);
    }
}
