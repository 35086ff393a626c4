package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.aftercare.cases.domain.Playbook;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The playbook of a municipality as stored. */
@Entity
@Table(name = "playbook")
class PlaybookRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Playbook playbook;
}
