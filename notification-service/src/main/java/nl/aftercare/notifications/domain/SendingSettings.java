package nl.aftercare.notifications.domain;

import java.time.Instant;
import java.util.Map;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * How a municipality sends its messages.
 *
 * @param digestHours when what goes in a summary is kept back: all but a moment in the morning
 * @param rules for each text
 */
public record SendingSettings(
        QuietHours quietHours, QuietHours digestHours, HouseStyle houseStyle, Map<Template, SendingRule> rules) {
    public SendingSettings {
        rules = Map.copyOf(rules);
    }

    /**
     * When a message may go: at its own time, and not while people are left in peace, unless it is urgent.
     *
     * @param now UTC
     * @return now itself when it may go
     */
    public Instant notBefore(Promise promise, Instant now, WorkingDays days) {
        var own = promise.notBefore();
        var from = own == null || own.isBefore(now) ? now : own;
        var rule = promise.rule();
        if (rule.urgent()) {
            return from;
        }
        return (rule.digest() ? digestHours : quietHours).next(from, days);
    }

    public SendingRule rule(Template template) {
        var rule = rules.get(template);
        if (rule == null) {
            throw new IllegalStateException("no rule how to send " + template.code());
        }
        return rule;
    }
}
