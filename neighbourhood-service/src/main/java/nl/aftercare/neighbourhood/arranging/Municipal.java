package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.Partners;
import nl.aftercare.neighbourhood.persistence.Venues;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.tenancy.Reorganisations;
import org.jspecify.annotations.Nullable;

/** Partners and halls of the municipality of a plan, as a request names them. */
@ApplicationScoped
class Municipal {
    private final Partners partners;
    private final Venues venues;
    private final Reorganisations reorganisations;

    Municipal(Partners partners, Venues venues, Reorganisations reorganisations) {
        this.partners = partners;
        this.venues = venues;
        this.reorganisations = reorganisations;
    }

    /** Fails with a bad request when it is no partner of this municipality. */
    Uni<Partner> partner(String field, UUID id, Municipality municipality) {
        return partners.find(id)
                .map(partner -> partner != null && isOf(municipality, partner.municipality()) ? partner : null)
                .onItem()
                .ifNull()
                .failWith(() -> new InvalidInputException(field, "is geen partner van deze gemeente"));
    }

    /** Fails with a bad request when it is no hall of this municipality. */
    Uni<?> checkVenue(String field, @Nullable UUID id, Municipality municipality) {
        return id == null
                ? Uni.createFrom().voidItem()
                : venues.find(id)
                        .map(venue -> venue != null && isOf(municipality, venue.municipality()) ? venue : null)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new InvalidInputException(field, "is geen zaal van deze gemeente"));
    }

    /** By id; those that are gone are left out. */
    Uni<List<Venue>> venues(Municipality municipality) {
        return venues.of(reorganisations.family(municipality));
    }

    boolean isOf(Municipality own, Municipality other) {
        return reorganisations.today(own).equals(reorganisations.today(other));
    }
}
