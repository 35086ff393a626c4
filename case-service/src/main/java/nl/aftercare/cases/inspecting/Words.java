package nl.aftercare.cases.inspecting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import nl.aftercare.platform.kernel.DutchTime;
import org.jspecify.annotations.Nullable;

/** Codes, dates and moments as a person reads them, from {@code access-texts_nl.properties}; for the page. */
public final class Words {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("access-texts", DUTCH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH.mm 'uur'", DUTCH);

    /** @return what a code means; the code itself when there is no word for it */
    public String word(@Nullable Object code) {
        if (code == null) {
            return TEXTS.getString("none");
        }
        try {
            return TEXTS.getString("word." + code);
        } catch (MissingResourceException e) {
            return code.toString();
        }
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? TEXTS.getString("none") : DAY.format(day);
    }

    /** @param date as ISO 8601, as another service tells it */
    public String date(String date) {
        return DAY.format(LocalDate.parse(date));
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(DutchTime.ZONE));
    }

    /** What is not there is said so. */
    public String text(@Nullable String text) {
        return text == null ? TEXTS.getString("none") : text;
    }
}
