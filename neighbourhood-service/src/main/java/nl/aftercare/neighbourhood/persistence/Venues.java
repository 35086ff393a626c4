package nl.aftercare.neighbourhood.persistence;

import jakarta.inject.Singleton;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.platform.transaction.Transactions;

/** The stored halls. */
@Singleton
public class Venues extends Directory<Venue, VenueRow> {

    Venues(Transactions transactions) {
        super(transactions, VenueRow.class);
    }

    @Override
    VenueRow row(Venue venue) {
        return VenueRow.of(venue);
    }

    @Override
    UUID id(Venue venue) {
        return venue.id();
    }
}
