package nl.aftercare.cases.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Circumstances;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.Severity;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A robbery for the coordinator.
 *
 * @param robbery NO when the police reclassified it as something else
 * @param policeObjection whether the police object to a visit; never why
 * @param hearingOn day of the hearing in court, Europe/Amsterdam
 */
@Schema(name = "Robbery")
public record RobberyView(
        UUID id,
        String municipality,
        Fact robbery,
        RobberyKind kind,
        Instant occurredAt,
        LocalDate occurredOn,
        Instant reportedAt,
        Severity severity,
        Circumstances circumstances,
        Fact policeClearance,
        Fact policeObjection,
        @Nullable LocalDate hearingOn) {

    static RobberyView of(Robbery robbery) {
        return new RobberyView(
                robbery.id().value(),
                robbery.municipality().code(),
                robbery.facts().robbery(),
                robbery.kind(),
                robbery.facts().occurredAt(),
                robbery.occurredOn(),
                robbery.reportedAt(),
                robbery.facts().circumstances().severity(),
                robbery.facts().circumstances(),
                robbery.facts().policeClearance(),
                robbery.facts().policeObjection(),
                robbery.facts().hearingOn());
    }
}
