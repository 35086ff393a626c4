package nl.aftercare.notifications.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the messages of a municipality look, and whom they are from.
 *
 * @param sender such as "gemeente Voorbeeldstad", as it stands in a sentence
 * @param phone to call the coordinator or the municipality; null when none is told
 * @param returnAddress on one line, for letters that come back; null when there is none
 * @param colour of headings and links, such as {@code #154273}: dark enough to be read on white (WCAG 2.1, 1.4.3)
 */
public record HouseStyle(
        String sender, @Nullable String phone, @Nullable String returnAddress, String colour) {
    /** Of who settled nothing. */
    public static final HouseStyle PLAIN = new HouseStyle("de gemeente", null, null, "#154273");

    private static final double ENOUGH_CONTRAST = 4.5;

    /** Whom one calls, as it stands in a sentence after "bel". */
    public String callable() {
        return Optional.ofNullable(phone).orElse("uw gemeente");
    }

    /** How to reach us, as a sentence. */
    public String reach() {
        return phone == null ? "Bel uw gemeente en vraag naar de nazorg." : "Ons nummer is " + phone + ".";
    }

    /** Whether a colour can be read on white, by everybody. */
    public static boolean isReadable(String colour) {
        double luminance = 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
        return 1.05 / (luminance + 0.05) >= ENOUGH_CONTRAST;
    }

    /** Of one of its three parts, as WCAG 2.1 counts relative luminance. */
    private static double light(String colour, int from) {
        double part = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
