package nl.aftercare.deploy;

import static nl.aftercare.deploy.Chart.ofKind;
import static nl.aftercare.deploy.Chart.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether topics are those of the AsyncAPI documents, and rights those that the channels of each service need: no more, no less. */
final class Channels {
    static final List<String> SERVICES =
            List.of("case-service", "offer-service", "neighbourhood-service", "notification-service");

    private Channels() {}

    static List<String> problems(List<JsonNode> manifests) {
        var problems = new ArrayList<String>();
        var topics = ofKind(manifests, "KafkaTopic")
                .collect(Collectors.toMap(
                        topic -> topic.at("/spec/topicName").asText(),
                        topic -> topic.at("/spec/partitions").asInt()));
        if (!topics.equals(topics())) {
            problems.add("topics are " + topics + ", and should be " + topics());
        }
        var users = ofKind(manifests, "KafkaUser")
                .collect(Collectors.toMap(user -> user.at("/metadata/name").asText(), Channels::rights));
        for (var service : SERVICES) {
            if (!rights(service).equals(users.get(service))) {
                problems.add(service + " may " + users.get(service) + ", and should " + rights(service));
            }
        }
        users.entrySet().stream()
                .filter(user -> !SERVICES.contains(user.getKey()))
                .filter(user -> !user.getKey().equals("aftercare-scaler")
                        || !user.getValue().equals(looking()))
                .forEach(user -> problems.add(user.getKey() + " may " + user.getValue() + ", which nobody knows of"));
        Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                .flatMap(kind -> ofKind(manifests, kind))
                .filter(one -> one.path("metadata")
                        .path("labels")
                        .path("strimzi.io/cluster")
                        .asText()
                        .isEmpty())
                .forEach(one -> problems.add(Chart.name(one) + " is of no cluster"));
        return problems;
    }

    /** What tells how far each service is behind. */
    private static Set<String> looking() {
        return Stream.concat(
                        topics().keySet().stream().map(topic -> "Describe topic " + topic),
                        SERVICES.stream().map(group -> "Describe group " + group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a service writes, by its AsyncAPI document. */
    static Set<String> produces(String service) {
        return new TreeSet<>(asyncApi(service)
                .path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asText())
                .toList());
    }

    /** Where it reads, by its own configuration. */
    static Set<String> consumes(String service) {
        var settings = properties(Chart.ROOT.resolve(service + "/src/main/resources/application.properties"));
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().matches("mp[.]messaging[.]incoming[.].+[.]topic"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is the same in every service. */
    static Map<String, String> platformSettings() {
        return properties(
                Chart.ROOT.resolve("libs/platform/src/main/resources/META-INF/microprofile-config.properties"));
    }

    /** With their partitions: those of the documents and the dead letters, as the quick start has them. */
    private static Map<String, Integer> topics() {
        var names = new TreeSet<String>();
        SERVICES.forEach(service -> {
            names.addAll(produces(service));
            names.add(dead(service));
        });
        var partitions = properties(Chart.ROOT.resolve("quickstart/src/main/resources/topics.properties"));
        return names.stream().collect(Collectors.toMap(name -> name, name -> Integer.valueOf(partitions.get(name))));
    }

    private static Set<String> rights(String service) {
        var rights = new TreeSet<String>();
        rights.add("Read group " + service);
        produces(service).forEach(topic -> rights.addAll(List.of("Write topic " + topic, "Describe topic " + topic)));
        consumes(service).forEach(topic -> rights.addAll(List.of("Read topic " + topic, "Describe topic " + topic)));
        for (var operation : List.of("Read", "Write", "Describe")) {
            rights.add(operation + " topic " + dead(service));
        }
        return rights;
    }

    private static Set<String> rights(JsonNode user) {
        var rights = new TreeSet<String>();
        user.at("/spec/authorization/acls").forEach(acl -> texts(acl.path("operations"))
                .forEach(operation -> rights.add("%s %s %s%s"
                        .formatted(
                                operation,
                                acl.at("/resource/type").asText(),
                                acl.at("/resource/name").asText(),
                                acl.at("/resource/patternType").asText().equals("literal") ? "" : "*"))));
        return rights;
    }

    private static String dead(String service) {
        return "aftercare." + service + ".dead";
    }

    private static JsonNode asyncApi(String service) {
        try (var file = Channels.class.getResourceAsStream("/contracts/asyncapi/" + service + ".yaml")) {
            return Chart.YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> properties(Path file) {
        var properties = new Properties();
        try (var lines = Files.newBufferedReader(file)) {
            properties.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var result = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> result.put(name, properties.getProperty(name)));
        return result;
    }
}
