package nl.aftercare.cases.disclosing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

@Path("/cases/{id}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class DisclosureLedgerResource {
    private final Disclose disclose;

    DisclosureLedgerResource(Disclose disclose) {
        this.disclose = disclose;
    }

    /**
     * What was passed on about a victim.
     *
     * @param permitted to whom the victim allows it
     * @param given the first one first
     */
    @Schema(name = "DisclosureLedger")
    public record Ledger(List<Recipient> permitted, List<DisclosureView> given) {}

    /** @param given whether the victim allows that this party gets data; the latest answer holds */
    @Schema(name = "DisclosurePermission", examples = """
            {"recipient": "VICTIM_SUPPORT", "given": true}""")
    public record Permission(
            @NotNull Recipient recipient, @NotNull Boolean given) {}

    @GET
    @Operation(
            operationId = "readDisclosures",
            summary = "Wat over een slachtoffer is doorgegeven, aan wie en op welke grond")
    public Uni<Ledger> readDisclosures(@RestPath UUID id) {
        return disclose.read(id);
    }

    @PUT
    @Path("/permission")
    @Operation(
            operationId = "recordDisclosurePermission",
            summary = "Leg vast of het slachtoffer goed vindt dat een partij gegevens krijgt")
    public Uni<Ledger> recordDisclosurePermission(@RestPath UUID id, Permission permission) {
        return disclose.permit(id, permission.recipient(), permission.given());
    }
}
