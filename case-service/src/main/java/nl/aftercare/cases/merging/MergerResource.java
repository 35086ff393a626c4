package nl.aftercare.cases.merging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

@Path("/robberies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class MergerResource {
    private final MergeRobberies merge;

    MergerResource(MergeRobberies merge) {
        this.merge = merge;
    }

    /**
     * @param caseId of the robbery that is merged
     * @param sameAs of the robbery that is kept
     */
    @Schema(name = "SameVictim")
    public record SameVictim(@NotNull UUID caseId, @NotNull UUID sameAs) {}

    /**
     * @param into the robbery that is kept
     * @param sameVictims victims who are in both; every other victim gets a case of the kept robbery
     */
    @Schema(
            name = "MergerEntry",
            examples = {"""
            {"into": "01978000-0000-7000-8000-000000000002", "sameVictims": []}""", """
            {"into": "01978000-0000-7000-8000-000000000002",
             "sameVictims": [{"caseId": "01978000-0000-7000-8000-00000000000b", "sameAs": "01978000-0000-7000-8000-00000000000a"}]}"""})
    public record MergerEntry(
            @NotNull UUID into, @NotNull @Size(max = 200) List<@NotNull @Valid SameVictim> sameVictims) {}

    /** @param goesOn the case of the kept robbery in which each case of the merged one goes on */
    @Schema(name = "Merger")
    public record MergerView(UUID robberyId, UUID mergedInto, Map<UUID, UUID> goesOn) {}

    @PUT
    @Path("/merger")
    @Operation(
            operationId = "mergeRobberies",
            summary = "Voeg deze melding samen met een andere: het was één overval",
            description = "Wat over deze melding bekend is, geldt dan voor de andere. De trajecten gaan daar verder."
                    + " Berichten die later komen, horen bij de andere. Dit kan niet ongedaan worden gemaakt.")
    @APIResponse(
            responseCode = "409",
            description = "Er is al over een slachtoffer van deze melding besloten, of het is geen overval meer")
    public Uni<MergerView> mergeRobberies(@RestPath UUID id, MergerEntry merger) {
        if (merger.into().equals(id)) {
            throw new InvalidInputException("into", "moet een andere overval zijn");
        }
        return merge.merge(id, merger).map(goesOn -> new MergerView(id, merger.into(), goesOn));
    }

    @PUT
    @Path("/merge-rejections/{otherId}")
    @Operation(
            operationId = "rejectMerger",
            summary = "Leg vast dat dit twee verschillende overvallen zijn; dit voorstel komt niet terug")
    @APIResponse(responseCode = "204", description = "Vastgelegd")
    public Uni<Void> rejectMerger(@RestPath UUID id, @RestPath UUID otherId) {
        if (otherId.equals(id)) {
            throw new InvalidInputException("otherId", "moet een andere overval zijn");
        }
        return merge.reject(id, otherId);
    }
}
