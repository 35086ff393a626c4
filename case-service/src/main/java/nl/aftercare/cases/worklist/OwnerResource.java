package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.Worklist.Handover;
import nl.aftercare.cases.persistence.Worklist.Ownership;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/owner")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class OwnerResource {
    private final HandOver handOver;

    OwnerResource(HandOver handOver) {
        this.handOver = handOver;
    }

    /** @param person subject of the token of who gets the case */
    @Schema(name = "NewOwner", examples = """
            {"person": "3f0c8a52-0000-4000-8000-000000000001"}""")
    public record NewOwner(
            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
            String person) {}

    /**
     * Who has a case, and who had it before.
     *
     * @param person null when nobody has it yet
     * @param faces how many people have had it: the fewer, the better for the victim
     * @param handovers the first one first
     */
    @Schema(name = "Owner")
    public record OwnerView(@Nullable String person, int faces, List<Handover> handovers) {

        static OwnerView of(Ownership ownership) {
            return new OwnerView(ownership.owner(), ownership.faces(), ownership.handovers());
        }
    }

    @GET
    @Operation(operationId = "readOwner", summary = "Wie een nazorgtraject heeft, en wie het eerder had")
    public Uni<OwnerView> readOwner(@RestPath UUID id) {
        return handOver.read(id).map(OwnerView::of);
    }

    @PUT
    @Operation(operationId = "handOverCase", summary = "Geef een nazorgtraject aan een collega, of neem het zelf")
    public Uni<OwnerView> handOverCase(@RestPath UUID id, NewOwner owner) {
        return handOver.to(id, owner.person()).map(OwnerView::of);
    }
}
