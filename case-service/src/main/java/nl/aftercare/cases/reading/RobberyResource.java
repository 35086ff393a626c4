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
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/robberies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class RobberyResource {
    private final Robberies robberies;
    private final Logbook logbook;

    RobberyResource(Robberies robberies, Logbook logbook) {
        this.robberies = robberies;
        this.logbook = logbook;
    }

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(operationId = "listRobberies", summary = "Overvallen, de nieuwste eerst")
    public Uni<Page<RobberyView>> listRobberies(@BeanParam PageRequest page) {
        return robberies.list(page).map(found -> found.map(RobberyView::of));
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @PoliceData
    @Operation(operationId = "readRobbery", summary = "Eén overval")
    public Uni<RobberyView> readRobbery(@RestPath UUID id) {
        return robberies
                .look(id)
                .call(stored -> logbook.record(stored.robbery().municipality(), "read-robbery", id, List.of()))
                .map(RobberyView::of);
    }
}
