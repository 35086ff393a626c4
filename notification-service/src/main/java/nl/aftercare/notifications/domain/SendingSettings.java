package nl.aftercare.notifications.domain;

import java.util.Map;

/**
 * How a municipality sends its messages.
 *
 * @param rules for each text
 */
public record SendingSettings(QuietHours quietHours, Map<Template, SendingRule> rules) {
    public SendingSettings {
        rules = Map.copyOf(rules);
    }

    public SendingRule rule(Template template) {
        var rule = rules.get(template);
        if (rule == null) {
            throw new IllegalStateException("no rule how to send " + template.code());
        }
        return rule;
    }
}
