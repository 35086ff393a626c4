package nl.aftercare.cases.designations;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.Designation;
import nl.aftercare.cases.domain.Playbook;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person in an aanwijzingsbesluit.
 *
 * @param warning that it ends soon, as soon as the playbook says; in plain Dutch (B1)
 */
@Schema(name = "Designation")
public record DesignationView(
        UUID id,
        String municipality,
        String person,
        LocalDate startsOn,
        LocalDate endsOn,
        String documentRef,
        @Nullable String warning) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /** @param today Europe/Amsterdam */
    static DesignationView of(Designation designation, Playbook playbook, LocalDate today) {
        return new DesignationView(
                designation.id(),
                designation.municipality().code(),
                designation.person(),
                designation.startsOn(),
                designation.endsOn(),
                designation.documentRef(),
                warning(designation, playbook, today));
    }

    private static @Nullable String warning(Designation designation, Playbook playbook, LocalDate today) {
        if (designation.endsOn().isBefore(today)) {
            return TEXTS.getString("designation.ended");
        }
        return designation.endsOn().isBefore(today.plusDays(playbook.designationWarningDays()))
                ? TEXTS.getString("designation.ends-soon")
                : null;
    }
}
