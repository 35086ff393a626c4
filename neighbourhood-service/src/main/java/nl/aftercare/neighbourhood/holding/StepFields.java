package nl.aftercare.neighbourhood.holding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.MeetingWork.Done;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a step.
 *
 * @param on when, Europe/Amsterdam; not later than today
 */
@Schema(name = "MeetingStepEntry", examples = """
        {"status": "DONE", "on": "2026-03-11"}""")
public record StepFields(@NotNull Status status, @NotNull LocalDate on) {

    Done toDomain() {
        return new Done(status, on);
    }
}
