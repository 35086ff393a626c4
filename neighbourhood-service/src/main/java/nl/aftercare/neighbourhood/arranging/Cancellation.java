package nl.aftercare.neighbourhood.arranging;

import jakarta.validation.constraints.NotNull;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a meeting falls away: who wanted it so, and why. */
@Schema(name = "MeetingCancellation", examples = """
        {"askedBy": "PARTNER", "reason": "PARTNER_UNAVAILABLE"}""")
public record Cancellation(
        @NotNull AskedBy askedBy, @NotNull ChangeReason reason) {}
