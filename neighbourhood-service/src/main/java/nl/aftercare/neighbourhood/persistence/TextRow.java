package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.neighbourhood.domain.TextReview;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The reviews of the texts of a plan, as stored. */
@Entity
@Table(name = "neighbour_text")
class TextRow {
    @Id
    UUID planId;

    @Version
    int version;

    String municipality;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<NeighbourText, TextReview> reviews;
}
