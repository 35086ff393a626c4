package nl.aftercare.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * A victim and how to reach them: personal data, kept in this service alone (design.md, Thin events). No date of birth, no
 * BSN, nothing medical (domain.md L6, L7).
 *
 * @param reference the feed's own name for the victim within its report; unique there
 * @param name null when the victim reports under number (domain.md L11)
 * @param addressShielded never show or use the home address (domain.md L11)
 */
public record Victim(
        String reference,
        VictimType type,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        boolean addressShielded) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Victim[" + type + "]";
    }
}
