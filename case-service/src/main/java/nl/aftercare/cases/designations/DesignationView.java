package nl.aftercare.cases.designations;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Designation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person in an aanwijzingsbesluit. */
@Schema(name = "Designation")
public record DesignationView(
        UUID id, String municipality, String person, LocalDate startsOn, LocalDate endsOn, String documentRef) {

    static DesignationView of(Designation designation) {
        return new DesignationView(
                designation.id(),
                designation.municipality().code(),
                designation.person(),
                designation.startsOn(),
                designation.endsOn(),
                designation.documentRef());
    }
}
