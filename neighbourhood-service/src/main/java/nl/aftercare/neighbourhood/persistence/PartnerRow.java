package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/** A partner as stored. */
@Entity
@Table(name = "partner")
class PartnerRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;

    @Enumerated(EnumType.STRING)
    PartnerKind kind;

    String name;
    String contactName;
    String email;

    @Nullable
    String workArea;

    static PartnerRow of(Partner partner) {
        var row = new PartnerRow();
        row.id = partner.id();
        row.municipality = partner.municipality().code();
        row.kind = partner.kind();
        row.take(partner);
        return row;
    }

    /** What of it can change: of another kind or municipality it would be another partner. */
    void take(Partner partner) {
        name = partner.name();
        contactName = partner.contactName();
        email = partner.email();
        workArea = partner.workArea();
    }

    Partner toDomain() {
        return new Partner(id, new Municipality(municipality), kind, name, contactName, email, workArea);
    }
}
