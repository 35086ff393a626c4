package nl.aftercare.neighbourhood.informing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.NamedPlace;
import nl.aftercare.neighbourhood.domain.NeighbourLetter;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.neighbourhood.domain.NeighbourWordings;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.StoredSettings;
import nl.aftercare.neighbourhood.persistence.Venues;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.text.Wording;
import org.jspecify.annotations.Nullable;

/** Writes the texts for neighbours, from the wordings of the municipality and what the plan knows: nothing of a victim is at hand here. */
@ApplicationScoped
class WriteText {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("neighbour-texts", DUTCH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM 'om' HH.mm 'uur'", DUTCH);
    private final StoredSettings settings;
    private final Meetings meetings;
    private final Venues venues;

    WriteText(StoredSettings settings, Meetings meetings, Venues venues) {
        this.settings = settings;
        this.meetings = meetings;
        this.venues = venues;
    }

    /**
     * A text as it is now.
     *
     * @param whole the subject in the first line
     * @param whyThisPlace in plain Dutch (B1)
     */
    record Written(String whole, String whyThisPlace) {}

    /** Fails with not found when it is an invitation and no meeting is agreed. */
    Uni<Written> write(Outline outline, NeighbourText text) {
        return settings.read(outline.municipality()).flatMap(stored -> {
            var wordings = stored.settings().wordings();
            return switch (text) {
                case NOTICE -> Uni.createFrom().item(() -> write(outline, text, wordings, null, null));
                case INVITATION ->
                    meetings.ofPlan(outline.id())
                            .map(meeting -> meeting instanceof Agreed agreed ? agreed.slot() : null)
                            .onItem()
                            .ifNull()
                            .failWith(ProblemException::notFound)
                            .flatMap(slot -> venue(slot).map(venue -> write(outline, text, wordings, slot, venue)));
            };
        });
    }

    private Uni<@Nullable Venue> venue(Slot slot) {
        return slot.venueId() == null ? Uni.createFrom().nullItem() : venues.find(slot.venueId());
    }

    private static Written write(
            Outline outline,
            NeighbourText text,
            NeighbourWordings wordings,
            @Nullable Slot slot,
            @Nullable Venue venue) {
        var letter = NeighbourLetter.of(text, outline.kind());
        var place = NamedPlace.of(outline.audience(), wordings.namesStreets());
        var values = new HashMap<String, String>();
        values.put("dag", DATE.format(outline.robbedOn()));
        values.put("plaats", place(outline, place));
        values.put(
                "regelingen",
                wordings.schemes().getOrDefault(outline.kind(), TEXTS.getString("schemes." + outline.kind())));
        values.put("contact", Objects.requireNonNullElse(wordings.contact(), TEXTS.getString("contact")));
        values.put("afzender", Objects.requireNonNullElse(wordings.sender(), TEXTS.getString("sender")));
        if (slot != null) {
            values.put("bijeenkomst", MOMENT.format(slot.startsAt().atZone(DutchTime.ZONE)));
            values.put(
                    "zaal", venue == null ? TEXTS.getString("venue.unknown") : venue.name() + ", " + venue.address());
        }
        var wording = wordings.wordings().getOrDefault(letter, TEXTS.getString("wording." + letter));
        return new Written(new Wording(wording).fill(values).strip(), why(outline, place));
    }

    private static String place(Outline outline, NamedPlace place) {
        if (place.name() == null) {
            return TEXTS.getString("place.NEIGHBOURHOOD");
        }
        var audience = Objects.requireNonNull(outline.audience(), "a named place comes from an audience");
        var key = audience.scope() == Scope.STREET ? "place.STREET" : "place.SQUARE";
        return MessageFormat.format(TEXTS.getString(key), place.name());
    }

    private static String why(Outline outline, NamedPlace place) {
        var addresses = outline.audience() == null ? 0 : outline.audience().addresses();
        return MessageFormat.format(
                TEXTS.getString("because." + place.because()), addresses, NamedPlace.FEWEST_ADDRESSES);
    }
}
