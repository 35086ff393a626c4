package nl.aftercare.offers.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The Dutch texts (B1) of measures, rules and sources, from {@code offer-texts_nl.properties}. */
@ApplicationScoped
public class Texts {
    private final ResourceBundle bundle = ResourceBundle.getBundle("offer-texts", Locale.of("nl"));

    /** @throws MissingResourceException when there is no such text */
    public String of(String key) {
        return bundle.getString(key);
    }
}
