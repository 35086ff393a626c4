package nl.aftercare.cases.searching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.aftercare.cases.persistence.CaseIndex.Found;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/case-searches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class CaseSearchResource {
    private final FindCases findCases;

    CaseSearchResource(FindCases findCases) {
        this.findCases = findCases;
    }

    /**
     * @param cases the newest first, without personal data; what you open is logged
     * @param more whether there are more than are shown: add a word
     */
    @Schema(name = "CaseSearchResult")
    public record CaseSearchResult(List<Found> cases, boolean more) {}

    @POST
    @Operation(
            operationId = "searchCases",
            summary = "Zoek een lopend nazorgtraject, bijvoorbeeld als een slachtoffer belt",
            description =
                    "Alleen hele woorden, alleen lopende trajecten van gemeenten waarvoor u bent aangewezen, en alleen"
                            + " voor het doel waarvoor de gegevens er zijn. Wie u vindt, wordt vastgelegd.")
    public Uni<CaseSearchResult> searchCases(CaseSearch search) {
        return findCases.find(search);
    }
}
