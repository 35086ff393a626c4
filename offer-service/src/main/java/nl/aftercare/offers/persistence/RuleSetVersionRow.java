package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.aftercare.offers.domain.RuleSet.Version;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Published tables, as stored; the file apart from what is said of it, which is read far more often. */
@Entity
@Immutable
@Table(name = "rule_set_version")
class RuleSetVersionRow {
    @Id
    String name;

    String area;
    int number;

    @JdbcTypeCode(SqlTypes.JSON)
    Version details;

    String dmn;

    static RuleSetVersionRow of(Version version, String dmn) {
        var row = new RuleSetVersionRow();
        row.name = version.name();
        row.area = version.area();
        row.number = version.number();
        row.details = version;
        row.dmn = dmn;
        return row;
    }
}
