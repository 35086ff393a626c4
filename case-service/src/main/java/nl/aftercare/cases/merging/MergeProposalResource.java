package nl.aftercare.cases.merging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/merge-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class MergeProposalResource {
    private final MergeRobberies merge;

    MergeProposalResource(MergeRobberies merge) {
        this.merge = merge;
    }

    @GET
    @Operation(
            operationId = "listMergeProposals",
            summary = "Meldingen van verschillende bronnen die over één overval kunnen gaan, met waarom",
            description = "Er wordt niets vanzelf samengevoegd.")
    public Uni<Page<MergeProposalView>> listMergeProposals(@BeanParam PageRequest page) {
        return merge.proposals(page);
    }
}
