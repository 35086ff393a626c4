package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.aftercare.offers.domain.LocalSchemes;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The schemes of a municipality, as stored. */
@Entity
@Table(name = "local_schemes")
class SchemesRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalSchemes schemes;
}
