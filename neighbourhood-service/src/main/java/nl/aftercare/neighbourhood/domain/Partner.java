package nl.aftercare.neighbourhood.domain;

import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/** A partner in the directory of a municipality, with its contact person. */
public record Partner(
        UUID id, Municipality municipality, PartnerKind kind, String name, String contactName, String email) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Partner[" + id + "]";
    }
}
