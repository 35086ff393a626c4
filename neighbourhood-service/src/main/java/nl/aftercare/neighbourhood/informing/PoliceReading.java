package nl.aftercare.neighbourhood.informing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.aftercare.neighbourhood.domain.TextReview.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the police said of a text; never why.
 *
 * @param fingerprint of the text that they read
 * @param on Europe/Amsterdam; not later than today
 */
@Schema(name = "PoliceReading")
public record PoliceReading(
        @NotNull @Size(max = 64) String fingerprint,
        @NotNull Outcome outcome,
        @NotNull LocalDate on) {}
