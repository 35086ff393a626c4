package nl.aftercare.offers.domain;

import java.util.List;

/**
 * A fact that tables may look at.
 *
 * @param question in Dutch
 * @param values all that it can be; none when it is a date
 */
public record FactType(String name, String question, List<String> values) {
    static final String UNKNOWN = "UNKNOWN";

    public FactType {
        values = List.copyOf(values);
    }

    /** What it can turn out to be. */
    List<String> answers() {
        return values.stream().filter(value -> !value.equals(UNKNOWN)).toList();
    }
}
