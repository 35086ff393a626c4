package nl.aftercare.platform.tenancy;

import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;

/**
 * The municipalities whose rows a transaction may see and write.
 *
 * @param municipalities empty: no row at all
 */
public record Tenancy(Set<Municipality> municipalities) {

    public static Tenancy of(Municipality municipality) {
        return new Tenancy(Set.of(municipality));
    }

    public boolean covers(Municipality municipality) {
        return municipalities.contains(municipality);
    }

    /** As the database setting {@code aftercare.municipalities} has it: codes with commas between them. */
    public String setting() {
        return municipalities.stream().map(Municipality::code).sorted().collect(Collectors.joining(","));
    }
}
