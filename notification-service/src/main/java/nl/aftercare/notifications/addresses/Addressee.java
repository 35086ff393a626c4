package nl.aftercare.notifications.addresses;

import nl.aftercare.notifications.domain.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a recipient is reached now. Never stored, never logged.
 *
 * @param name null when nobody may know it
 * @param matter what the message is about; null when the message itself says it all
 * @param proof by which a victim may be contacted; null for who is no victim
 */
public record Addressee(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address,
        @Nullable Matter matter,
        @Nullable String proof) {
    private static final String TO_ALL = "Aan de bewoners van dit adres";

    static Addressee official(String name, String email) {
        return new Addressee(name, email, null, null, null, null);
    }

    static Addressee partner(String name, String email, Matter matter) {
        return new Addressee(name, email, null, null, matter, null);
    }

    static Addressee victim(VictimAddress victim, @Nullable Matter matter, String proof) {
        return new Addressee(victim.name(), victim.email(), victim.phone(), victim.address(), matter, proof);
    }

    static Addressee neighbours(ApprovedText text) {
        return new Addressee(TO_ALL, null, null, null, text, null);
    }

    /** The same, at an address that is known beforehand. */
    public Addressee at(@Nullable PostalAddress known) {
        return known == null ? this : new Addressee(name, email, phone, known, matter, proof);
    }

    /** The same, for who is not the one who answers. */
    Addressee withoutLink() {
        return matter instanceof Question question
                ? new Addressee(name, email, phone, address, question.withoutLink(), proof)
                : this;
    }

    @Override
    public String toString() {
        return "Addressee[…]";
    }
}
