package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.persistence.FeedReferences;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Reorganisations;

/** Where messages of feeds come from, in the municipality that it is today. */
@ApplicationScoped
class Origins {
    private final FeedReferences references;
    private final Reorganisations reorganisations;
    private final Caller caller;

    Origins(FeedReferences references, Reorganisations reorganisations, Caller caller) {
        this.references = references;
        this.reorganisations = reorganisations;
        this.caller = caller;
    }

    /**
     * What was told of a robbery before its municipality merged stays under the code of then, whatever code the feed uses now. Within
     * an open transaction.
     *
     * @param reference the feed's own name for the robbery
     */
    Uni<Provenance> of(String municipality, String reference) {
        var today = reorganisations.today(new Municipality(municipality));
        var family = reorganisations.family(today);
        var provenance = new Provenance(today, caller.client(), reference);
        return family.size() == 1
                ? Uni.createFrom().item(provenance)
                : references.known(provenance, family).map(known -> known.orElse(provenance));
    }
}
