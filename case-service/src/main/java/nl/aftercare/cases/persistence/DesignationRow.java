package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Designation;
import nl.aftercare.platform.kernel.Municipality;

/** A designation as stored. */
@Entity
@Table(name = "designation")
class DesignationRow {
    @Id
    UUID id;

    String municipality;
    String person;
    LocalDate startsOn;
    LocalDate endsOn;
    String documentRef;

    static DesignationRow of(Designation designation) {
        var row = new DesignationRow();
        row.id = designation.id();
        row.municipality = designation.municipality().code();
        row.person = designation.person();
        row.startsOn = designation.startsOn();
        row.endsOn = designation.endsOn();
        row.documentRef = designation.documentRef();
        return row;
    }

    Designation toDomain() {
        return new Designation(id, new Municipality(municipality), person, startsOn, endsOn, documentRef);
    }
}
