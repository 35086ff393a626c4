package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import nl.aftercare.offers.domain.Provider;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The directory of a municipality, as stored. */
@Entity
@Table(name = "providers")
class ProvidersRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Entries entries;

    /** Hibernate Reactive stores a JSON object, not a bare list. */
    record Entries(List<Provider> all) {}
}
