package nl.aftercare.offers.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.OfferLine;
import nl.aftercare.offers.domain.RobberyKind;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An offer as stored, with a snapshot of the facts that it was composed from. */
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

    @Enumerated(EnumType.STRING)
    RobberyKind kind;

    LocalDate occurredOn;

    @Enumerated(EnumType.STRING)
    Fact suspectKnown;

    @Enumerated(EnumType.STRING)
    Fact solved;

    @Enumerated(EnumType.STRING)
    Fact victimSupportContacted;

    LocalDate victimSupportContactedOn;

    @Enumerated(EnumType.STRING)
    Fact branchContacted;

    LocalDate branchContactedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    SupportNeed need;

    @JdbcTypeCode(SqlTypes.JSON)
    Lines lines;

    /** Hibernate Reactive stores a JSON object, not a bare list. */
    record Lines(List<OfferLine> all) {}

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
        var facts = offer.facts();
        kind = facts.kind();
        occurredOn = facts.occurredOn();
        suspectKnown = facts.suspectKnown();
        solved = facts.solved();
        victimSupportContacted = facts.victimSupport().contacted();
        victimSupportContactedOn = facts.victimSupport().on();
        branchContacted = facts.branchOrganisation().contacted();
        branchContactedOn = facts.branchOrganisation().on();
        need = facts.need();
    }

    TailoredOffer toDomain() {
        var facts = new Facts(
                kind,
                occurredOn,
                suspectKnown,
                solved,
                new Contact(victimSupportContacted, victimSupportContactedOn),
                new Contact(branchContacted, branchContactedOn),
                need);
        return new TailoredOffer(
                id, caseId, robberyId, new Municipality(municipality), revision, ruleVersion, facts, lines.all());
    }
}
