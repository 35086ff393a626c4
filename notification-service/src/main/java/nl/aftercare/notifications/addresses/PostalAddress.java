package nl.aftercare.notifications.addresses;

/**
 * As on an envelope. Never stored, never logged.
 *
 * @param street with the house number
 * @param town with the postcode
 */
public record PostalAddress(String street, String town) {

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
