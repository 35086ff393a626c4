package nl.aftercare.notifications.printing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import nl.aftercare.notifications.domain.PostalAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The addresses of a neighbourhood, without names.
 *
 * @param addresses one that stands in it twice counts once
 */
@Schema(name = "AddressList", examples = """
        {"addresses": [{"street": "Voorbeeldstraat 1", "town": "1234 AB Voorbeeldstad"}]}""")
public record AddressList(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid AddressFields> addresses) {

    /**
     * As on an envelope.
     *
     * @param street with the house number
     * @param town with the postcode before it
     */
    @Schema(name = "NeighbourAddress")
    public record AddressFields(
            @NotNull @Size(min = 3, max = 80) String street,

            @NotNull
            @Size(max = 80)
            @Pattern(
                    regexp = "[1-9]\\d{3} ?[A-Z]{2} +\\S.*",
                    message = "moet een postcode en een plaats zijn, zoals 1234 AB Voorbeeldstad")
            String town) {

        /** Keeps addresses out of logs and error messages. */
        @Override
        public String toString() {
            return "AddressFields[…]";
        }
    }

    Stream<PostalAddress> distinct() {
        return addresses.stream()
                .map(one -> new PostalAddress(one.street(), one.town()))
                .distinct();
    }

    @Override
    public String toString() {
        return "AddressList[" + addresses.size() + "]";
    }
}
