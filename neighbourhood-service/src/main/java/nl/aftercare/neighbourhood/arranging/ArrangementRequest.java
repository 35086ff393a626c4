package nl.aftercare.neighbourhood.arranging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a partner, by telephone for example.
 *
 * @param agreedOn the day on which it was agreed, Europe/Amsterdam
 * @param startsAt when the meeting begins, RFC 3339 with any offset
 * @param venueId the hall; absent when not known yet
 * @param askedBy who wanted it so, for what changes; absent for the coordinator
 * @param reason why, for what changes
 */
@Schema(name = "Arrangement", examples = """
        {"partnerId": "01978000-0000-7000-8000-00000000000c", "agreedOn": "2026-03-10", "startsAt": "2026-03-18T18:30:00Z"}""")
public record ArrangementRequest(
        @NotNull UUID partnerId,
        @NotNull LocalDate agreedOn,
        @NotNull Instant startsAt,
        @Nullable UUID venueId,
        @Nullable AskedBy askedBy,
        @Nullable ChangeReason reason) {

    Wish wish(Instant at) {
        return new Wish(
                at,
                Objects.requireNonNullElse(askedBy, AskedBy.COORDINATOR),
                Objects.requireNonNullElse(reason, ChangeReason.AS_AGREED));
    }
}
