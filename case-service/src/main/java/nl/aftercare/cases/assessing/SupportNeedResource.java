package nl.aftercare.cases.assessing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/support-need")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class SupportNeedResource {
    private final Cases cases;
    private final CaseLog log;

    SupportNeedResource(Cases cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(operationId = "readSupportNeed", summary = "Wat u het slachtoffer vraagt, en wat al is geantwoord")
    public Uni<RestResponse<SupportNeedView>> readSupportNeed(@RestPath UUID id) {
        return cases.read(id)
                .call(stored -> log.record("read-support-need", stored))
                .map(SupportNeedResource::respond);
    }

    @PUT
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "assessSupportNeed",
            summary = "Leg vast wat het slachtoffer antwoordde; het aanbod wordt daarop aangepast")
    @APIResponse(responseCode = "409", description = "Het slachtoffer heeft niet gezegd dat een bezoek welkom is")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<SupportNeedView>> assessSupportNeed(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion SupportNeedEntry need) {
        int version = Version.required(ifMatch);
        return cases.change(id, version, (aftercare, playbook) -> aftercare.assessNeed(need.toDomain()))
                .call(stored -> log.record("assess-support-need", stored))
                .map(SupportNeedResource::respond);
    }

    private static RestResponse<SupportNeedView> respond(Stored stored) {
        return Version.tagged(SupportNeedView.of(stored), stored.version());
    }
}
