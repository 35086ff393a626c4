package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One event of a robbery, of whichever service, as stored. */
@Entity
@Table(name = "timeline_step")
class TimelineRow {
    @Id
    UUID id;

    String municipality;
    UUID robberyId;
    Instant at;
    String type;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> data;
}
