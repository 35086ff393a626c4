package nl.aftercare.cases.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a case is found: of the name, the street, the postcode with and without the house number, the telephone number,
 * the e-mail address and the feed's name for the robbery. Not of a home that is shielded (domain.md L11). Capitals, accents and spaces in a postcode do not matter.
 */
public final class SearchWords {
    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{4})\\s*([a-z]{2})\\b");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern DUTCH_NUMBER = Pattern.compile("^0([1-9]\\d{8})$");
    private static final Pattern SPACED_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])[+0]\\d[\\d -]{6,}\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int SHORTEST = 2;

    private SearchWords() {}

    /** @param reference the feed's own name for the robbery */
    public static Set<String> of(Victim victim, String reference) {
        var address = victim.address();
        var home = address == null || victim.addressShielded()
                ? Stream.<String>empty()
                : Stream.concat(
                        words(address.street()),
                        Stream.of(
                                plain(address.postcode()),
                                plain(address.postcode() + address.houseNumber()),
                                Integer.toString(address.houseNumber())));
        return Stream.of(words(victim.name()), words(victim.email()), words(victim.phone()), words(reference), home)
                .flatMap(words -> words)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words of what somebody asks for. */
    public static Set<String> of(String asked) {
        return words(asked).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(joined(text).split("[^\\p{L}\\p{N}@.+]+"))
                        .map(word -> word.replaceAll("^\\.+|\\.+$", ""))
                        .map(word -> DUTCH_NUMBER.matcher(word).replaceAll("+31$1"))
                        .filter(word -> word.length() >= SHORTEST
                                || NUMBER.matcher(word).matches());
    }

    /** A postcode and a telephone number are one word, however they are written. */
    private static String joined(String text) {
        var postcodes = POSTCODE.matcher(plain(text)).replaceAll("$1$2");
        return SPACED_NUMBER.matcher(postcodes).replaceAll(number -> number.group()
                .replaceAll("[ -]", ""));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
