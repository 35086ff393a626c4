package nl.aftercare.notifications.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.aftercare.notifications.domain.SendingOverride;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a municipality sends otherwise than usual, as stored. */
@Entity
@Table(name = "sending_settings")
class SendingSettingsRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    SendingOverride settings;
}
