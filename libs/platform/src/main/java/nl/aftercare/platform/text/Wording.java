package nl.aftercare.platform.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with places to fill, such as {@code {dag}}. Names only: nothing in it is carried out, so that a text from outside can do no harm.
 *
 * @param text the first line is its subject
 */
public record Wording(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** The names of the places to fill, each once. */
    public Set<String> placeholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws IllegalArgumentException when a place has no value: half a text goes to nobody */
    public String fill(Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Map<String, String> values) {
        var value = values.get(found.group(1));
        if (value == null) {
            throw new IllegalArgumentException("no value for a place in the text");
        }
        return value;
    }

    /**
     * What is wrong with it, in plain Dutch; empty when nothing is.
     *
     * @param allowed names that may be used
     * @param needed names that must be used, among those allowed
     */
    public List<String> problems(Set<String> allowed, Set<String> needed) {
        var used = placeholders();
        var unknown = used.stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> "gebruikt {" + name + "}; dat kan niet. Wel kunnen: "
                        + String.join(", ", new TreeSet<>(allowed)));
        var missing = needed.stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .map(name -> "moet {" + name + "} bevatten");
        var forbidden = ForbiddenData.in(text).stream().map(found -> "bevat " + found.label());
        return Stream.of(unknown, missing, forbidden).flatMap(all -> all).toList();
    }
}
