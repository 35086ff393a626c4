package nl.aftercare.offers.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.FactType;

/**
 * What may stand in a cell of an imported table: a small part of FEEL, spelled out. Nothing in it can call, loop or grow, so that a table
 * says what holds and does nothing else.
 */
final class Cells {
    private static final String TEXT = "\"[^\"\\\\]*+\"";
    private static final String DATE = "date\\(\"\\d{4}-\\d{2}-\\d{2}\"\\)";
    private static final Pattern OUTPUT = Pattern.compile("\"([^\"\\\\]++)\"");
    private static final Pattern DAYS =
            Pattern.compile("-|(<|>|<=|>=)? ?" + DATE + "|[\\[(]" + DATE + " ?\\.\\. ?" + DATE + "[\\])]");
    private static final Pattern WORD =
            Pattern.compile("\\s+|" + TEXT + "|!=|=|[()]|[A-Za-z][A-Za-z0-9]*+(?!\\s*+\\()|(?:if|then|else|and|or)\\b");
    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "and", "or");
    private static final String ANY = "-";

    private Cells() {}

    /** The text of an output, without its quotes; empty when it is none. */
    static String output(String cell) {
        var matcher = OUTPUT.matcher(cell.strip());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** {@code -}, or some of the values that the fact can have; of a date a day, a time before or after, or a period. */
    static boolean isCondition(String cell, FactType type) {
        var text = cell.strip();
        if (type.values().isEmpty()) {
            return DAYS.matcher(text).matches();
        }
        return text.equals(ANY)
                || Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .allMatch(value -> type.values().contains(value.replaceAll("^\"|\"$", ""))
                                && value.startsWith("\"")
                                && value.endsWith("\""));
    }

    /** One fact or another, with {@code if}, {@code and}, {@code or}, {@code =} and {@code !=}. */
    static boolean isChoice(String expression, Set<String> names) {
        var matcher = WORD.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            matcher.region(at, expression.length());
            if (!matcher.lookingAt()) {
                return false;
            }
            var word = matcher.group();
            if (Character.isLetter(word.charAt(0)) && !KEYWORDS.contains(word) && !names.contains(word)) {
                return false;
            }
            at = matcher.end();
        }
        return !expression.isBlank();
    }

    /** The days that a condition speaks of. */
    static List<String> days(String cell) {
        return Pattern.compile("\\d{4}-\\d{2}-\\d{2}")
                .matcher(cell)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
