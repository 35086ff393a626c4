package nl.aftercare.cases.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class CaseResource {
    private final Cases cases;
    private final CaseLog log;

    CaseResource(Cases cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(operationId = "listCases", summary = "Nazorgtrajecten zonder persoonsgegevens, de nieuwste eerst")
    public Uni<Page<CaseView>> listCases(@BeanParam PageRequest page) {
        return cases.list(page).map(found -> found.map(CaseView::of));
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "readCase",
            summary = "Eén nazorgtraject met het slachtoffer; wordt vastgelegd in het logboek")
    public Uni<RestResponse<CaseDetail>> readCase(@RestPath UUID id) {
        return cases.read(id)
                .call(stored -> log.record("read-case", stored))
                .map(stored -> Version.tagged(CaseDetail.of(stored), stored.version()));
    }
}
