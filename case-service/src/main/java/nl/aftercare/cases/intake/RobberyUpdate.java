package nl.aftercare.cases.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.Statement;
import nl.aftercare.cases.domain.SurroundingsTenure;
import nl.aftercare.cases.domain.Unrest;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the police tell after the first report: a correction, a reclassification, victims who became known later, a clearance for
 * visits, an objection, that it is solved or not any more, a suspect, a hearing. What it does not speak of is left out. Updates may
 * come in any order, repeated, and before the report: the latest {@code statedAt} holds.
 *
 * @param reference the feed's own name for the robbery, as in the report
 * @param statedAt when the source stated it, RFC 3339 with any offset; not in the future
 * @param robbery NO when it is no robbery after all
 * @param policeClearance whether the investigation had an unhindered start, so that a visit may be planned
 * @param policeObjection whether the police object to a visit; never why
 * @param hearingOn day of the hearing in court, Europe/Amsterdam
 * @param victims new ones by a new reference; a known reference replaces what was stated of that victim
 */
@Schema(name = "RobberyUpdate", examples = """
        {"reference": "PL-2026-000123", "municipality": "9901", "statedAt": "2026-04-11T09:00:00Z",
         "suspectKnown": "YES", "solved": "YES", "hearingOn": "2026-09-01",
         "victims": [{"reference": "2", "type": "BYSTANDER"}]}""")
@OccurredBeforeStated
public record RobberyUpdate(
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
        String reference,

        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull Instant statedAt,
        @Nullable Fact robbery,
        @Nullable RobberyKind kind,
        @Nullable Instant occurredAt,
        @Nullable Fact firearm,
        @Nullable Fact wounded,
        @Nullable Fact dead,
        @Nullable Fact suspectKnown,
        @Nullable Fact solved,
        @Nullable Unrest unrest,
        @Nullable SurroundingsTenure surroundingsTenure,
        @Nullable Fact safeBusinessArea,
        @Nullable Fact policeClearance,
        @Nullable Fact policeObjection,
        @Nullable LocalDate hearingOn,
        @Nullable @Size(max = 50) @UniqueVictims List<@NotNull @Valid ReportedVictim> victims) {

    Statement toStatement() {
        return new Statement(
                statedAt,
                robbery,
                kind,
                occurredAt,
                firearm,
                wounded,
                dead,
                suspectKnown,
                solved,
                unrest,
                surroundingsTenure,
                safeBusinessArea,
                policeClearance,
                policeObjection,
                hearingOn);
    }

    List<ReportedVictim> statedVictims() {
        return victims == null ? List.of() : victims;
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "RobberyUpdate[" + municipality + "]";
    }
}
