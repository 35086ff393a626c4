package nl.aftercare.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to: equal values of attributes of its rows. What was not asked for is left out. */
public final class Filter {
    private final Map<String, Object> wanted = new LinkedHashMap<>();

    private Filter() {}

    public static Filter none() {
        return new Filter();
    }

    /**
     * @param attribute of the row type; from code, never from a request
     * @param value null when it was not asked for
     */
    public Filter and(String attribute, @Nullable Object value) {
        if (value != null) {
            wanted.put(attribute, value);
        }
        return this;
    }

    String hql() {
        return wanted.keySet().stream()
                .map(attribute -> " and " + attribute + " = :" + attribute)
                .collect(Collectors.joining());
    }

    void apply(Mutiny.SelectionQuery<?> query) {
        wanted.forEach(query::setParameter);
    }
}
