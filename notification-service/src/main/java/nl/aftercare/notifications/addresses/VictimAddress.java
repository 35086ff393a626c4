package nl.aftercare.notifications.addresses;

import nl.aftercare.notifications.domain.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a victim is reached, as case-service answers. Never stored, never logged.
 *
 * @param name null when the victim reports under number
 * @param address null when it is not known, or shielded
 */
record VictimAddress(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address) {

    @Override
    public String toString() {
        return "VictimAddress[…]";
    }
}
