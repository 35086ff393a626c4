package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/worklist/assignment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class AssignmentResource {
    private final HandOver handOver;

    AssignmentResource(HandOver handOver) {
        this.handOver = handOver;
    }

    /** @param person subject of the token of who gets the cases */
    @Schema(name = "Assignment", examples = """
            {"person": "3f0c8a52-0000-4000-8000-000000000001", "caseIds": ["01978000-0000-7000-8000-00000000000a"]}""")
    public record Assignment(
            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
            String person,

            @NotEmpty @Size(max = 200) List<@NotNull UUID> caseIds) {}

    /**
     * What became of each case.
     *
     * @param assigned those that this person has now
     * @param notFound those that do not exist, or are not yours to give
     */
    @Schema(name = "AssignmentReport")
    public record AssignmentReport(List<UUID> assigned, List<UUID> notFound) {}

    @PUT
    @Operation(
            operationId = "assignCases",
            summary = "Geef een aantal nazorgtrajecten tegelijk aan een collega",
            description = "Elk traject wordt apart nagekeken. Wat niet kan, staat in het antwoord; de rest gaat door.")
    public Uni<AssignmentReport> assignCases(Assignment assignment) {
        return handOver.all(assignment.person(), assignment.caseIds());
    }
}
