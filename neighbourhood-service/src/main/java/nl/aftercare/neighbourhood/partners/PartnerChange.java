package nl.aftercare.neighbourhood.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Partner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can change of a partner. Of another kind or municipality it would be another partner.
 *
 * @param areas where it works; absent when in the whole municipality
 * @param availability when it can take part in a meeting; absent when at any time
 */
@Schema(name = "PartnerChange", examples = """
        {"name": "Woningcorporatie Voorbeeld", "contactName": "P. Voorbeeld", "email": "buurt@corporatie.example"}""")
public record PartnerChange(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String contactName,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) List<@NotNull @Valid AreaFields> areas,
        @Nullable @Valid AvailabilityFields availability) {

    Partner of(Partner before) {
        return new Partner(
                before.id(),
                before.municipality(),
                before.kind(),
                name,
                contactName,
                email,
                AreaFields.toDomain(areas),
                AvailabilityFields.toDomain(availability));
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "PartnerChange[…]";
    }
}
