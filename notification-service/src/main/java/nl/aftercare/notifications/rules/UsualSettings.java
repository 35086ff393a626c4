package nl.aftercare.notifications.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.HouseStyle;
import nl.aftercare.notifications.domain.QuietHours;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.SendingSettings;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how messages are usually sent. */
@ApplicationScoped
class UsualSettings {

    /** A line of the file; {@code why} is for who reads it. */
    private record Line(
            String template,
            List<Channel> channels,
            boolean urgent,
            boolean needsApproval,
            boolean digest,
            String why) {}

    /** @throws IllegalStateException when a text has no line, or a line no text */
    @Produces
    @Singleton
    SendingSettings usual(
            ObjectMapper json,
            @ConfigProperty(name = "aftercare.quiet-hours.from") LocalTime from,
            @ConfigProperty(name = "aftercare.quiet-hours.until") LocalTime until,
            @ConfigProperty(name = "aftercare.quiet-hours.on-working-days-only") boolean onWorkingDaysOnly,
            @ConfigProperty(name = "aftercare.digest.from") LocalTime digestFrom,
            @ConfigProperty(name = "aftercare.digest.until") LocalTime digestUntil) {
        return new SendingSettings(
                new QuietHours(from, until, onWorkingDaysOnly),
                // quiet from the end of the one morning to the beginning of the next
                new QuietHours(digestUntil, digestFrom, onWorkingDaysOnly),
                HouseStyle.PLAIN,
                rules(json));
    }

    private static Map<Template, SendingRule> rules(ObjectMapper json) {
        try (var file = UsualSettings.class.getResourceAsStream("/sending-rules.json")) {
            var lines = json.readValue(
                    Objects.requireNonNull(file, "sending-rules.json"), new TypeReference<List<Line>>() {});
            var rules = new HashMap<Template, SendingRule>();
            lines.forEach(line -> rules.put(
                    Template.named(line.template())
                            .orElseThrow(() -> new IllegalStateException("no text " + line.template())),
                    new SendingRule(line.channels(), line.urgent(), line.needsApproval(), line.digest())));
            Arrays.stream(Template.values())
                    .filter(template -> !rules.containsKey(template))
                    .forEach(template -> {
                        throw new IllegalStateException("no rule how to send " + template.code());
                    });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
