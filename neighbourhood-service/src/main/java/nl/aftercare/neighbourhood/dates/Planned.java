package nl.aftercare.neighbourhood.dates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Regions;
import nl.aftercare.platform.tenancy.Reorganisations;

/** Which municipalities are planned together: a region, or one that is in none by itself. */
@ApplicationScoped
class Planned {
    private final Regions regions;
    private final Reorganisations reorganisations;

    Planned(Regions regions, Reorganisations reorganisations) {
        this.regions = regions;
        this.reorganisations = reorganisations;
    }

    Municipality today(Municipality municipality) {
        return reorganisations.today(municipality);
    }

    /** The code of the region, or of the municipality that is in none. */
    String together(Municipality municipality) {
        var today = today(municipality);
        return regions.of(today).orElse(today.code());
    }

    /** With all that merged into them. */
    Set<Municipality> municipalities(String together) {
        var named = together.matches(Municipality.PATTERN)
                ? Set.of(new Municipality(together))
                : regions.municipalities(together);
        return named.stream()
                .flatMap(one -> reorganisations.family(one).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
