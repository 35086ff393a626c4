package nl.aftercare.notifications.domain;

/**
 * Where a letter goes. Never logged.
 *
 * @param street with the house number
 * @param town with the postcode before it
 */
public record PostalAddress(String street, String town) {

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
