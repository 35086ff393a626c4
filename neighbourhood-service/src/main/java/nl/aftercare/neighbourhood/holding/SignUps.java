package nl.aftercare.neighbourhood.holding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people signed up, all together. */
@Schema(name = "MeetingSignUps", examples = """
        {"signedUp": 35}""")
public record SignUps(@NotNull @Min(0) @Max(100_000) Integer signedUp) {}
