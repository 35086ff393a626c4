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
@Schema(name = "PoliceReading", examples = """
        {"fingerprint": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "outcome": "AGREED",
         "on": "2026-03-11"}""")
public record PoliceReading(
        @NotNull @Size(max = 64) String fingerprint,
        @NotNull Outcome outcome,
        @NotNull LocalDate on) {}
