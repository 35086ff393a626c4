package nl.aftercare.offers.reading;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.aftercare.offers.domain.OfferLine;
import nl.aftercare.offers.domain.Party;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/** What to tell with an article that is given as an extra impulse, from {@code article-texts_nl.properties}. */
final class Articles {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("article-texts", Locale.of("nl"));

    private Articles() {}

    /** How to use it well; empty when the measure is no article. */
    static Optional<String> goodUse(String measure) {
        try {
            return Optional.of(TEXTS.getString("use." + measure));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /**
     * Who mounts it; in a rented home the housing corporation.
     *
     * @param help whether the municipality has it mounted; null when nobody said so
     */
    static String mounting(OfferLine line, @Nullable Fact help) {
        return TEXTS.getString("mounting."
                + (line.party() == Party.HOUSING_CORPORATION
                        ? Party.HOUSING_CORPORATION
                        : Objects.requireNonNullElse(help, Fact.UNKNOWN)));
    }
}
