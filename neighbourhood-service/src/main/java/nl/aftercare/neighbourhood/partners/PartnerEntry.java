package nl.aftercare.neighbourhood.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new partner for the directory.
 *
 * @param areas where it works; absent when in the whole municipality
 * @param availability when it can take part in a meeting; absent when at any time
 */
@Schema(name = "PartnerEntry", examples = """
        {"municipality": "9901", "kind": "HOUSING_CORPORATION", "name": "Woningcorporatie Voorbeeld",
         "contactName": "P. Voorbeeld", "email": "buurt@corporatie.example"}""")
public record PartnerEntry(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull PartnerKind kind,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String contactName,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) List<@NotNull @Valid AreaFields> areas,
        @Nullable @Valid AvailabilityFields availability) {

    Partner toDomain(UUID id) {
        return new Partner(
                id,
                new Municipality(municipality),
                kind,
                name,
                contactName,
                email,
                AreaFields.toDomain(areas),
                AvailabilityFields.toDomain(availability));
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "PartnerEntry[" + kind + "]";
    }
}
