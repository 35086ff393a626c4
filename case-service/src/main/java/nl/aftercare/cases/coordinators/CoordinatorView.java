package nl.aftercare.cases.coordinators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.aftercare.cases.domain.Coordinator;
import nl.aftercare.cases.domain.Coordinator.Manager;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the coordinator of a municipality.
 *
 * @param manager who hears when a term was missed; absent when the coordinator hears it alone
 */
@Schema(name = "Coordinator", examples = """
        {"name": "C. Voorbeeld", "email": "nazorg@voorbeeldstad.example",
         "manager": {"name": "M. Voorbeeld", "email": "openbare-orde@voorbeeldstad.example"}}""")
public record CoordinatorView(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Valid ManagerView manager) {

    /** Who hears when a term was missed. */
    @Schema(name = "CoordinatorsManager")
    public record ManagerView(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email) {

        /** Keeps personal data out of logs and error messages. */
        @Override
        public String toString() {
            return "ManagerView[…]";
        }
    }

    Coordinator of(Municipality municipality) {
        return new Coordinator(
                municipality, name, email, manager == null ? null : new Manager(manager.name, manager.email));
    }

    static CoordinatorView of(Coordinator coordinator) {
        var manager = coordinator.manager();
        return new CoordinatorView(
                coordinator.name(),
                coordinator.email(),
                manager == null ? null : new ManagerView(manager.name(), manager.email()));
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "CoordinatorView[…]";
    }
}
