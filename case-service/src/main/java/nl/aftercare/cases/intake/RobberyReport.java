package nl.aftercare.cases.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
 * What the police tell the municipality of a robbery (domain.md 1.6, X2). Facts that are left out are unknown.
 *
 * @param reference the feed's own name for the robbery; a second report with it is a repeat
 * @param occurredAt RFC 3339 with any offset
 * @param policeClearance whether the investigation had an unhindered start
 * @param policeObjection whether the police object to a visit; never why
 */
@Schema(name = "RobberyReport", examples = """
        {"reference": "PL-2026-000123", "municipality": "9901", "kind": "RESIDENTIAL",
         "occurredAt": "2026-03-02T21:40:00+01:00", "firearm": "NO", "wounded": "YES",
         "surroundingsTenure": "MIXED", "policeObjection": "NO",
         "victims": [{"reference": "1", "type": "DIRECT", "name": "Slachtoffer Voorbeeld",
                      "phone": "000-0000000", "addressShielded": false,
                      "address": {"postcode": "9999XA", "houseNumber": 1, "street": "Fictieve Straat",
                                  "town": "Voorbeeldstad"}}]}""")
public record RobberyReport(
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
        String reference,

        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull RobberyKind kind,
        @NotNull Instant occurredAt,
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

        @NotNull @Size(max = 50) @UniqueVictims List<@NotNull @Valid ReportedVictim> victims) {

    /** The oldest statement of all: whatever is stated later, or came in earlier, holds over it. */
    Statement toStatement() {
        return new Statement(
                Statement.FIRST,
                null,
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
                null);
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "RobberyReport[" + municipality + "]";
    }
}
