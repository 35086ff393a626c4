package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.platform.kernel.Municipality;

/** A partner as stored. */
@Entity
@Table(name = "partner")
class PartnerRow {
    @Id
    UUID id;

    String municipality;

    @Enumerated(EnumType.STRING)
    PartnerKind kind;

    String name;
    String contactName;
    String email;

    static PartnerRow of(Partner partner) {
        var row = new PartnerRow();
        row.id = partner.id();
        row.municipality = partner.municipality().code();
        row.kind = partner.kind();
        row.name = partner.name();
        row.contactName = partner.contactName();
        row.email = partner.email();
        return row;
    }

    Partner toDomain() {
        return new Partner(id, new Municipality(municipality), kind, name, contactName, email);
    }
}
