package nl.aftercare.platform.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What points at a person and so never stands in a text for neighbours (domain.md L12). Patterns catch slips; that a text tells nothing of
 * a victim in other words is for the people who read it before it goes.
 */
public enum ForbiddenData {
    POSTCODE("een postcode", "\\b[1-9]\\d{3} ?[A-Z]{2}\\b"),
    HOUSE_NUMBER(
            "een huisnummer",
            "(?i)\\b\\p{L}*(straat|laan|weg|plein|hof|kade|gracht|dijk|pad|singel|dreef|steeg|plantsoen) \\d{1,4} ?[a-z]?\\b"),
    NAME("een naam", "\\b(?i:de heer|mevrouw|meneer|dhr\\.?|mevr\\.?|mw\\.?|familie) (?-i)\\p{Lu}"),
    AGE("een leeftijd", "(?i)\\b\\d{1,3}[- ]?jarige?\\b|\\b\\d{1,3} jaar oud\\b"),
    E_MAIL("een e-mailadres", "[^\\s@]+@[^\\s@]+\\.\\p{L}{2,}"),
    MOBILE_NUMBER("een mobiel nummer", "(\\+31 ?|\\b0)6[- ]?\\d{2} ?\\d{2} ?\\d{2} ?\\d{2}\\b"),
    ACCOUNT_NUMBER("een rekeningnummer", "\\bNL\\d{2} ?[A-Z]{4}[ \\d]{10,13}"),
    CITIZEN_NUMBER("een burgerservicenummer", "\\b\\d{9}\\b");

    private final String label;
    private final Pattern pattern;

    ForbiddenData(String label, String pattern) {
        this.label = label;
        this.pattern = Pattern.compile(pattern);
    }

    /** In Dutch, with its article. */
    public String label() {
        return label;
    }

    public static List<ForbiddenData> in(String text) {
        return Arrays.stream(values())
                .filter(data -> data.pattern.matcher(text).find())
                .toList();
    }
}
