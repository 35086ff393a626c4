package nl.aftercare.offers.rulesets;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Regions;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;

/** Which areas the caller may see and change: a municipality that is theirs; a region when all its municipalities are. */
@RequestScoped
class Areas {
    private final Regions regions;
    private final Reorganisations reorganisations;
    private final Caller caller;

    Areas(Regions regions, Reorganisations reorganisations, Caller caller) {
        this.regions = regions;
        this.reorganisations = reorganisations;
        this.caller = caller;
    }

    /**
     * @param code of a municipality as it is today, or of a region
     * @param municipalities that belong to it, with all that merged into them
     */
    record Area(String code, Set<Municipality> municipalities) {

        Tenancy tenancy() {
            return new Tenancy(municipalities);
        }
    }

    /** @throws ProblemException 404 when none of it is the caller's */
    Area toRead(String area) {
        var found = find(area);
        var own = caller.tenancy();
        var seen = found.municipalities().stream().filter(own::covers).collect(Collectors.toUnmodifiableSet());
        if (seen.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new Area(found.code(), seen);
    }

    /** @throws ForbiddenException when not all of it is the caller's */
    Area toChange(String area) {
        var found = find(area);
        if (!found.municipalities().stream().allMatch(caller.tenancy()::covers)) {
            throw new ForbiddenException();
        }
        return found;
    }

    private Area find(String area) {
        if (area.matches(Municipality.PATTERN)) {
            var municipality = new Municipality(area);
            return new Area(reorganisations.today(municipality).code(), reorganisations.family(municipality));
        }
        if (!area.matches(Regions.PATTERN)) {
            throw new InvalidInputException(
                    "area", "moet een gemeentecode van vier cijfers zijn, of de code van een regio");
        }
        var members = regions.municipalities(area);
        if (members.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new Area(
                area,
                members.stream()
                        .flatMap(member -> reorganisations.family(member).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
