package nl.aftercare.neighbourhood.planning;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.aftercare.neighbourhood.domain.ArrangementWindow;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Standing;
import nl.aftercare.neighbourhood.domain.Unrest;

/** Why a plan is as it is, in plain Dutch, from {@code plan-texts_nl.properties}. */
final class Reasons {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("plan-texts", DUTCH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

    private Reasons() {}

    /** What to do about the window. */
    static String advice(Standing standing, ArrangementWindow window) {
        return MessageFormat.format(
                TEXTS.getString("standing." + standing), DATE.format(window.targetOn()), DATE.format(window.limitOn()));
    }

    static String of(Outline outline) {
        var partners = outline.kind() == RobberyKind.COMMERCIAL
                ? TEXTS.getString("partners.commercial")
                : TEXTS.getString("partners.residential." + outline.tenure());
        var term = MessageFormat.format(
                TEXTS.getString("window." + outline.anchor().event()),
                DATE.format(outline.dayZero()),
                DATE.format(outline.window().targetOn()),
                DATE.format(outline.window().limitOn()));
        var unrest = outline.unrest() == Unrest.HIGH ? " " + TEXTS.getString("unrest.HIGH") : "";
        return partners + " " + term + unrest;
    }
}
