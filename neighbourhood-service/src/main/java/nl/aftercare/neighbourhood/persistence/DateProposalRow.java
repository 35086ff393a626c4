package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.DateProposal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The dates proposed for a plan, as stored. */
@Entity
@Table(name = "date_proposal")
class DateProposalRow {
    @Id
    UUID planId;

    String municipality;
    Instant computedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    DateProposal proposal;
}
