package nl.aftercare.cases.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.Circumstances;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.Severity;
import nl.aftercare.cases.persistence.Robberies.Stored;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A robbery for the coordinator.
 *
 * @param robbery NO when the police reclassified it as something else
 * @param policeObjection whether the police object to a visit; never why
 * @param hearingOn day of the hearing in court, Europe/Amsterdam
 * @param mergedInto the robbery under which all goes on; null while it stands by itself
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
        @Nullable LocalDate hearingOn,
        @Nullable UUID mergedInto,
        List<Warning> warnings) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /**
     * Something about the robbery that asks for attention.
     *
     * @param text in plain Dutch (B1)
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "RobberyWarning")
    public record Warning(String code, String text, String source) {

        /** T1 */
        static Warning reportedLate(Robbery robbery, Playbook playbook) {
            var text = TEXTS.getString("robbery.REPORTED_LATE")
                    .formatted(robbery.reportDelay().plusHours(1).minusNanos(1).toHours(), playbook.reportHoursLate());
            return new Warning("REPORTED_LATE", text, TEXTS.getString("robbery.REPORTED_LATE.source"));
        }
    }

    static RobberyView of(Stored stored) {
        var robbery = stored.robbery();
        var kept = robbery.mergedInto();
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
                robbery.facts().hearingOn(),
                kept == null ? null : kept.value(),
                stored.playbook().isLate(robbery)
                        ? List.of(Warning.reportedLate(robbery, stored.playbook()))
                        : List.of());
    }
}
