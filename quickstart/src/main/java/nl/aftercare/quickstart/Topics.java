package nl.aftercare.quickstart;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The Kafka topics of the suite, from {@code topics.properties}: name to number of partitions. */
public final class Topics {
    private Topics() {}

    public static Map<String, Integer> all() throws IOException {
        var properties = new Properties();
        try (var file = Topics.class.getResourceAsStream("/topics.properties")) {
            properties.load(file);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> Integer.valueOf(properties.getProperty(name))));
    }
}
