package nl.aftercare.cases.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class CaseResource {
    private final Cases cases;
    private final Logbook logbook;

    CaseResource(Cases cases, Logbook logbook) {
        this.cases = cases;
        this.logbook = logbook;
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
        return cases.read(id).call(this::log).map(stored -> ResponseBuilder.ok(CaseDetail.of(stored))
                .header("ETag", Version.etag(stored.version()))
                .build());
    }

    private Uni<Void> log(Cases.Stored stored) {
        var read = stored.aftercareCase();
        return logbook.record(
                read.robbery().municipality(),
                "read-case",
                read.id().value(),
                List.of(Subject.victim(read.id().value())));
    }
}
