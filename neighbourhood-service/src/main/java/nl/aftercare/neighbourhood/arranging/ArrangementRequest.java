package nl.aftercare.neighbourhood.arranging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was agreed with a partner.
 *
 * @param agreedOn the day on which it was agreed, Europe/Amsterdam
 * @param startsAt when the meeting begins, RFC 3339 with any offset
 */
@Schema(name = "Arrangement")
public record ArrangementRequest(
        @NotNull UUID partnerId,
        @NotNull LocalDate agreedOn,
        @NotNull Instant startsAt) {}
