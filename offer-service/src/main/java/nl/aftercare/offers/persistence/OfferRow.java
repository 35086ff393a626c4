package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.MeasureLife;
import nl.aftercare.offers.domain.MeasureLife.FollowUp;
import nl.aftercare.offers.domain.OfferLine;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An offer as stored, with the facts that it was composed from. */
@Entity
@Table(name = "tailored_offer")
class OfferRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    UUID caseId;
    UUID robberyId;
    int revision;
    String ruleVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    Facts facts;

    @JdbcTypeCode(SqlTypes.JSON)
    Lines lines;

    @JdbcTypeCode(SqlTypes.JSON)
    Lives lives;

    /** When something is to be looked back at; null when nothing is. */
    @Nullable
    LocalDate followUpOn;

    /** Hibernate Reactive stores a JSON object, not a bare list. */
    record Lines(List<OfferLine> all) {}

    record Lives(List<MeasureLife> all) {}

    static OfferRow of(TailoredOffer offer) {
        var row = new OfferRow();
        row.id = offer.id();
        row.municipality = offer.municipality().code();
        row.caseId = offer.caseId();
        row.robberyId = offer.robberyId();
        row.take(offer);
        return row;
    }

    void take(TailoredOffer offer) {
        revision = offer.revision();
        ruleVersion = offer.ruleVersion();
        lines = new Lines(offer.lines());
        facts = offer.facts();
        lives = new Lives(offer.lives());
        followUpOn = offer.followUps().stream().map(FollowUp::dueOn).findFirst().orElse(null);
    }

    TailoredOffer toDomain() {
        return new TailoredOffer(
                id,
                caseId,
                robberyId,
                new Municipality(municipality),
                revision,
                ruleVersion,
                facts,
                lines.all(),
                lives.all());
    }
}
