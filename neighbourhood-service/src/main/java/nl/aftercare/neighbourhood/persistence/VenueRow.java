package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import nl.aftercare.neighbourhood.domain.Availability;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A hall as stored. */
@Entity
@Table(name = "venue")
class VenueRow extends DirectoryRow<Venue> {
    String name;
    String address;
    int capacity;

    @JdbcTypeCode(SqlTypes.JSON)
    Availability availability;

    static VenueRow of(Venue venue) {
        var row = new VenueRow();
        row.id = venue.id();
        row.municipality = venue.municipality().code();
        row.take(venue);
        return row;
    }

    @Override
    void take(Venue venue) {
        name = venue.name();
        address = venue.address();
        capacity = venue.capacity();
        availability = venue.availability();
    }

    @Override
    Venue toDomain() {
        return new Venue(id, new Municipality(municipality), name, address, capacity, availability);
    }
}
