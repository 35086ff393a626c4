package nl.aftercare.notifications.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.Template;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The texts that a municipality words itself, as stored. */
@Entity
@Table(name = "own_texts")
class OwnTextRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<Template, OwnText> texts;
}
