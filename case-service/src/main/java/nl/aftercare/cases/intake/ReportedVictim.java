package nl.aftercare.cases.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.domain.VictimType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A victim as the police report them. What is not known is left out.
 *
 * @param reference the feed's own name for the victim, unique within the report
 * @param name left out when the victim reports under number
 */
@Schema(name = "ReportedVictim")
record ReportedVictim(
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
        String reference,

        @NotNull VictimType type,
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Email @Size(min = 3, max = 254) String email,

        @Nullable @Pattern(regexp = "\\+?[0-9 ()-]{6,20}", message = "moet een telefoonnummer zijn")
        String phone,

        @Nullable @Valid ReportedAddress address,
        @Nullable Boolean addressShielded) {

    Victim toDomain() {
        return new Victim(
                reference,
                type,
                name,
                email,
                phone,
                address == null ? null : address.toDomain(),
                Boolean.TRUE.equals(addressShielded));
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "ReportedVictim[" + type + "]";
    }

    @Schema(name = "ReportedAddress")
    record ReportedAddress(
            @NotNull @Pattern(regexp = "[1-9]\\d{3} ?[A-Z]{2}", message = "moet een postcode zijn, zoals 1234AB")
            String postcode,

            @NotNull @Min(1) Integer houseNumber,
            @Nullable @Size(max = 10) String houseNumberAddition,
            @NotBlank @Size(max = 100) String street,
            @NotBlank @Size(max = 100) String town) {

        Address toDomain() {
            return new Address(postcode.replace(" ", ""), houseNumber, houseNumberAddition, street, town);
        }

        @Override
        public String toString() {
            return "Address[…]";
        }
    }
}
