package nl.aftercare.neighbourhood.acting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.aftercare.neighbourhood.domain.ActionStep;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.platform.problem.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action.
 *
 * @param on when, Europe/Amsterdam; not later than today
 * @param reason with {@code NOT_NEEDED} only, and then needed
 */
@Schema(name = "ActionEntry", examples = """
        {"status": "NOT_NEEDED", "on": "2026-03-10", "reason": "NO_PARTNER"}""")
public record ActionRequest(
        @NotNull Status status,
        @NotNull LocalDate on,
        @Nullable Reason reason) {

    /** @throws InvalidInputException when the reason is missing or too many */
    ActionStep toDomain() {
        if (status == Status.NOT_NEEDED && reason == null) {
            throw new InvalidInputException("reason", "is nodig: waarom hoeft dit niet?");
        }
        if (reason != null && reason.isFound()) {
            throw new InvalidInputException("reason", "volgt vanzelf uit wat bekend is; kies een andere");
        }
        if (status == Status.DONE && reason != null) {
            throw new InvalidInputException("reason", "hoort alleen bij wat niet nodig is");
        }
        return new ActionStep(status, on, reason);
    }
}
