package nl.aftercare.cases.designations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Designation;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person in a new aanwijzingsbesluit.
 *
 * @param person subject of the person's token
 * @param startsOn first day, Europe/Amsterdam
 * @param endsOn last day, not before the first
 * @param documentRef where the signed decision is, such as the number in the archive
 */
@Schema(name = "DesignationEntry", examples = """
        {"municipality": "9901", "person": "3f0c8a52-0000-4000-8000-000000000001", "startsOn": "2026-01-01",
         "endsOn": "2027-12-31", "documentRef": "ZAAK-2026-0001"}""")
public record DesignationEntry(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
        String person,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotBlank @Size(max = 100) String documentRef) {

    Designation toDomain(UUID id) {
        return new Designation(id, new Municipality(municipality), person, startsOn, endsOn, documentRef);
    }
}
