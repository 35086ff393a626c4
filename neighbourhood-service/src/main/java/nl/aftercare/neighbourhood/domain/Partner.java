package nl.aftercare.neighbourhood.domain;

import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * A partner in the directory of a municipality, with its contact person.
 *
 * @param workArea where it works, in words; null when in the whole municipality
 */
public record Partner(
        UUID id,
        Municipality municipality,
        PartnerKind kind,
        String name,
        String contactName,
        String email,
        @Nullable String workArea) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Partner[" + id + "]";
    }
}
