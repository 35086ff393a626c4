package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Municipality;

/** Coordinator or contact person for aftercare of a municipality, the spider in the web (domain.md 1.2). */
public record Coordinator(Municipality municipality, String name, String email) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Coordinator[" + municipality + "]";
    }
}
