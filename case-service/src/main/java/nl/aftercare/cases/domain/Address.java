package nl.aftercare.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * A Dutch postal address.
 *
 * @param postcode such as {@code 1234AB}
 * @param houseNumberAddition letter or addition, such as {@code A} or {@code bis}
 */
public record Address(
        String postcode, int houseNumber, @Nullable String houseNumberAddition, String street, String town) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}
