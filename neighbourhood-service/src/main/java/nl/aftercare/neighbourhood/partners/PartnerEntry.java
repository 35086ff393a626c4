package nl.aftercare.neighbourhood.partners;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new partner for the directory.
 *
 * @param workArea where it works, in words; absent when in the whole municipality
 */
@Schema(name = "PartnerEntry")
public record PartnerEntry(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull PartnerKind kind,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String contactName,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(max = 200) String workArea) {

    Partner toDomain(UUID id) {
        return new Partner(id, new Municipality(municipality), kind, name, contactName, email, workArea);
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "PartnerEntry[" + kind + "]";
    }
}
