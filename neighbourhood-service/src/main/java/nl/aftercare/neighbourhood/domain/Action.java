package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;

/**
 * Wijkgerichte actie: what is done for the neighbourhood, each from a sentence of the seed (domain.md 3.1 and 3.2), in the order in which a
 * coordinator takes them up.
 */
public enum Action {
    TALK_TO_BUSINESS_ASSOCIATION(
            Set.of(RobberyKind.COMMERCIAL), Clock.BEFORE_MEETING, "Ga in gesprek met de ondernemersvereniging."),
    INFORM_ENTREPRENEURS(
            Set.of(RobberyKind.COMMERCIAL),
            Clock.SOON,
            "Informeer ondernemers aan hetzelfde plein, dezelfde wijk, van dezelfde ondernemersvereniging over de overval en stel ze"
                    + " op de hoogte van de preventiemogelijkheden en (lokale) regelingen."),
    ARRANGE_INFORMATION_MEETING(
            Set.of(RobberyKind.COMMERCIAL),
            Clock.MEETING,
            "Maak binnen 2 tot 3 weken afspraken over een voorlichtingsbijeenkomst in samenwerking met de ondernemersvereniging,"
                    + " zeker bij een overval die voor veel onrust in de omgeving zorgt."),
    ADVISE_SAFE_BUSINESS_CERTIFICATE(
            Set.of(RobberyKind.COMMERCIAL),
            Clock.BEFORE_MEETING,
            "Wijs de ondernemersvereniging op de mogelijkheden van het Keurmerk Veilig Ondernemen (KVO) en de mogelijkheden"
                    + " daarbinnen van financiering van preventieve maatregelen."),
    OFFER_SKIM_SAFE_OR_TERMINAL(
            Set.of(RobberyKind.COMMERCIAL),
            Clock.WITH_MEETING,
            "Biedt als verdere impuls eventueel een afroomkluis en/of pinautomaat aan. Denk hierbij ook aan het geven van informatie"
                    + " over goed gebruik."),
    REFER_CAMERA_NINE_POINTS(
            Set.of(RobberyKind.COMMERCIAL),
            Clock.WITH_MEETING,
            "Verwijs naar de 9 punten van excellent cameratoezicht."),
    TALK_TO_HOUSING_CORPORATION(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.BEFORE_MEETING,
            "Ga in gesprek met de woningcorporatie als dit in de voorbereidende fase nog niet is gebeurd. Samen met de"
                    + " woningcorporatie stem je af welke maatregelen voor de wijk kunnen worden genomen."),
    INFORM_RESIDENTS(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.SOON,
            "Informeer bewoners aan hetzelfde plein, dezelfde straat, dezelfde wijk over de overval en stel ze op de hoogte van de"
                    + " mogelijkheden voor het nemen van preventieve maatregelen en (lokale) regelingen."),
    ARRANGE_RESIDENTS_MEETING(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.MEETING,
            "Maak binnen 2 tot 3 weken afspraken over een bewonersbijeenkomst in samenwerking met de vereniging van eigenaren,"
                    + " woningcorporatie en politie."),
    ARRANGE_PKVW_ADVICE(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.WITH_MEETING,
            "Maak voor de koopsector afspraken met PKVW-bedrijven over een advies op maat of leg hiervoor de verantwoordelijkheid"
                    + " bij de vereniging van eigenaren."),
    LOCAL_DISCOUNT_CAMPAIGN(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.WITH_MEETING,
            "Wellicht zijn er ook kortingsacties mogelijk met plaatselijke ondernemers, zodat deelnemers van de bijeenkomsten tegen"
                    + " gereduceerde prijzen SKG-gecertificeerde beveiligingsproducten kunnen aanschaffen."),
    OFFER_DOOR_VIEWER_OR_CHAIN(
            Set.of(RobberyKind.RESIDENTIAL),
            Clock.WITH_MEETING,
            "Biedt als verdere impuls een deurspion en/of kierstandhouder aan en geef informatie over goed gebruik. Ook kan (hulp)"
                    + " bij montage worden aangeboden. Maak voor huurwoningen afspraken met de woningcorporatie.");

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("plan-texts", Locale.of("nl"));
    private final Set<RobberyKind> kinds;
    private final Clock clock;
    private final String source;

    Action(Set<RobberyKind> kinds, Clock clock, String source) {
        this.kinds = kinds;
        this.clock = clock;
        this.source = source;
    }

    /** By when: the source has a number for the meeting alone, the others are set so that they can still serve it. */
    private enum Clock {
        SOON,
        BEFORE_MEETING,
        MEETING,
        WITH_MEETING;

        LocalDate of(Outline outline) {
            var window = outline.window();
            return switch (this) {
                case SOON, BEFORE_MEETING ->
                    outline.dayZero().plusDays(outline.unrest() == Unrest.HIGH ? DAYS_IN_UNREST : DAYS_SOON);
                case MEETING -> window.targetOn();
                case WITH_MEETING -> window.limitOn();
            };
        }
    }

    private static final int DAYS_SOON = 7;
    private static final int DAYS_IN_UNREST = 3;

    /** Name on the wire and in paths, such as {@code inform-residents}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in paths. */
    public static Optional<Action> named(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }

    /** What to do, in plain Dutch (B1). */
    public String label() {
        return TEXTS.getString("action." + code());
    }

    /** The sentence of the seed that it comes from. */
    public String source() {
        return source;
    }

    /** Europe/Amsterdam. */
    public LocalDate dueOn(Outline outline) {
        return clock.of(outline);
    }

    /** Whether it is done by arranging the meeting. */
    public boolean isMeeting() {
        return clock == Clock.MEETING;
    }

    /** The actions of a kind of robbery. */
    public static List<Action> of(RobberyKind kind) {
        return Arrays.stream(values())
                .filter(action -> action.kinds.contains(kind))
                .toList();
    }

    /** Whether it makes sense here: a corporation where homes are rented, advice to owners where they are owned (domain.md 3.2). */
    public boolean fits(SurroundingsTenure surroundings) {
        return switch (this) {
            case TALK_TO_HOUSING_CORPORATION -> surroundings != SurroundingsTenure.OWNER_OCCUPIED;
            case ARRANGE_PKVW_ADVICE -> surroundings != SurroundingsTenure.RENTED;
            default -> true;
        };
    }
}
