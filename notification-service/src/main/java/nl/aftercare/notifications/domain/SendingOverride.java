package nl.aftercare.notifications.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality does otherwise than usual.
 *
 * @param quietHours null for the usual ones
 * @param houseStyle null for one that names no municipality
 * @param rules of those texts alone that go otherwise
 */
public record SendingOverride(
        @Nullable QuietHours quietHours, @Nullable HouseStyle houseStyle, Map<Template, SendingRule> rules) {
    public static final SendingOverride NONE = new SendingOverride(null, null, Map.of());

    public SendingOverride {
        rules = Map.copyOf(rules);
    }

    public SendingSettings over(SendingSettings usual) {
        var all = new HashMap<>(usual.rules());
        all.putAll(rules);
        return new SendingSettings(
                quietHours == null ? usual.quietHours() : quietHours,
                usual.digestHours(),
                houseStyle == null ? usual.houseStyle() : houseStyle,
                all);
    }
}
