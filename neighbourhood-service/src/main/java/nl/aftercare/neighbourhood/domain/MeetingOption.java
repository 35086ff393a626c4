package nl.aftercare.neighbourhood.domain;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date for a meeting, with a hall and who comes.
 *
 * @param venue null when a hall is still to be found
 */
public record MeetingOption(MeetingTime time, @Nullable Venue venue, List<UUID> partnerIds) {
    public MeetingOption {
        partnerIds = List.copyOf(partnerIds);
    }

    /** What an arrangement takes: it says no hall and no end. */
    public static MeetingOption of(Arrangement arrangement) {
        var time = MeetingTime.of(arrangement.startsAt(), arrangement.startsAt().plus(MeetingTime.USUAL));
        return new MeetingOption(time, null, List.of(arrangement.partnerId()));
    }

    /** The same time, hall and company: to be held as one meeting, where the robberies are near each other. */
    public boolean isSameAs(MeetingOption other) {
        return venue != null && equals(other);
    }

    /** Whether a hall or a partner would be needed in two places. */
    public boolean clashesWith(MeetingOption other) {
        return time.clashesWith(other.time)
                && ((venue != null && Objects.equals(venue, other.venue))
                        || !Collections.disjoint(partnerIds, other.partnerIds));
    }
}
