package nl.aftercare.platform.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The types of event that this service tells, by its AsyncAPI document. */
@ApplicationScoped
class EventTypes {
    private static final Pattern TYPE = Pattern.compile("nl\\.aftercare\\.[a-z]+\\.[a-z-]+\\.v\\d+");
    private final Set<String> all;

    EventTypes(@ConfigProperty(name = "quarkus.application.name") String service) {
        try (var document = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/asyncapi/" + service + ".yaml")) {
            var text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
            all = TYPE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> all() {
        return all;
    }
}
