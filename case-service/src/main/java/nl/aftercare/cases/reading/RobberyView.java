package nl.aftercare.cases.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Circumstances;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A robbery for the coordinator. */
@Schema(name = "Robbery")
public record RobberyView(
        UUID id,
        String municipality,
        RobberyKind kind,
        Instant occurredAt,
        LocalDate occurredOn,
        Instant reportedAt,
        Severity severity,
        Circumstances circumstances) {

    static RobberyView of(Robbery robbery) {
        return new RobberyView(
                robbery.id().value(),
                robbery.municipality().code(),
                robbery.kind(),
                robbery.occurredAt(),
                robbery.occurredOn(),
                robbery.reportedAt(),
                robbery.circumstances().severity(),
                robbery.circumstances());
    }
}
