package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Area;
import nl.aftercare.neighbourhood.domain.Availability;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A partner as stored. */
@Entity
@Table(name = "partner")
class PartnerRow extends DirectoryRow<Partner> {

    @Enumerated(EnumType.STRING)
    PartnerKind kind;

    String name;
    String contactName;
    String email;

    @JdbcTypeCode(SqlTypes.JSON)
    Reach reach;

    /** One object, since Hibernate Reactive reads no JSON array. */
    record Reach(List<Area> areas, Availability availability) {}

    static PartnerRow of(Partner partner) {
        var row = new PartnerRow();
        row.id = partner.id();
        row.municipality = partner.municipality().code();
        row.kind = partner.kind();
        row.take(partner);
        return row;
    }

    /** What of it can change: of another kind or municipality it would be another partner. */
    @Override
    void take(Partner partner) {
        name = partner.name();
        contactName = partner.contactName();
        email = partner.email();
        reach = new Reach(partner.areas(), partner.availability());
    }

    @Override
    Partner toDomain() {
        return new Partner(
                id,
                new Municipality(municipality),
                kind,
                name,
                contactName,
                email,
                reach.areas(),
                reach.availability());
    }
}
