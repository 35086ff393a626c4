package nl.aftercare.notifications.addresses;

import org.jspecify.annotations.Nullable;

/**
 * How a recipient is reached now. Never stored, never logged.
 *
 * @param name null when nobody may know it
 * @param question what is asked of a partner; null with every other message
 * @param proof by which a victim may be contacted; null for who is no victim
 */
public record Addressee(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address,
        @Nullable Question question,
        @Nullable String proof) {

    static Addressee official(String name, String email) {
        return new Addressee(name, email, null, null, null, null);
    }

    static Addressee partner(String name, String email, @Nullable Question question) {
        return new Addressee(name, email, null, null, question, null);
    }

    static Addressee victim(VictimAddress victim, String proof) {
        return new Addressee(victim.name(), victim.email(), victim.phone(), victim.address(), null, proof);
    }

    @Override
    public String toString() {
        return "Addressee[…]";
    }
}
