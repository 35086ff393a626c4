package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Coordinator or contact person for aftercare of a municipality, the spider in the web (domain.md 1.2).
 *
 * @param manager who hears when a term was missed; null when nobody was named
 */
public record Coordinator(
        Municipality municipality,
        String name,
        String email,
        @Nullable Manager manager) {

    /** Public-order manager, to whom the coordinator reports. */
    public record Manager(String name, String email) {

        /** Keeps personal data out of logs and error messages. */
        @Override
        public String toString() {
            return "Manager[…]";
        }
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Coordinator[" + municipality + "]";
    }
}
