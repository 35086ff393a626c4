package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.aftercare.offers.domain.RuleSet.Draft;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The rule set of an area, as stored, with what is prepared. */
@Entity
@Table(name = "rule_set")
class RuleSetRow {
    @Id
    String area;

    @Version
    int version;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Draft draft;
}
