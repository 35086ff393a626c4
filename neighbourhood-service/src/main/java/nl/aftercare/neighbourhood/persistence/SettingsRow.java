package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.aftercare.neighbourhood.domain.Settings;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The settings of a municipality, as stored. */
@Entity
@Table(name = "neighbourhood_settings")
class SettingsRow {
    @Id
    String municipality;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    Settings settings;
}
