package nl.aftercare.cases.coordinators;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.aftercare.cases.domain.Coordinator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to reach the coordinator of a municipality. */
@Schema(name = "Coordinator")
public record CoordinatorView(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String email) {

    static CoordinatorView of(Coordinator coordinator) {
        return new CoordinatorView(coordinator.name(), coordinator.email());
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "CoordinatorView[…]";
    }
}
