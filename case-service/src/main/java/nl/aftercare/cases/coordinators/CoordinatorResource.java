package nl.aftercare.cases.coordinators;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.aftercare.cases.persistence.Coordinators;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/coordinators/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
class CoordinatorResource {
    private final Coordinators coordinators;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;

    CoordinatorResource(Coordinators coordinators, Transactions transactions, Caller caller, Logbook logbook) {
        this.logbook = logbook;
        this.coordinators = coordinators;
        this.transactions = transactions;
        this.caller = caller;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER, Roles.SERVICE})
    @Operation(operationId = "readCoordinator", summary = "Wie in een gemeente de nazorg coördineert")
    public Uni<CoordinatorView> readCoordinator(@RestPath String municipality) {
        var code = MunicipalityCode.of(municipality);
        return coordinators.read(code).call(() -> log(code, "read-coordinator")).map(CoordinatorView::of);
    }

    @PUT
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(operationId = "setCoordinator", summary = "Leg vast wie in een gemeente de nazorg coördineert")
    public Uni<CoordinatorView> setCoordinator(@RestPath String municipality, CoordinatorView coordinator) {
        var code = MunicipalityCode.of(municipality);
        var tenancy = caller.tenancyFor(code);
        return transactions
                .in(tenancy, () -> coordinators.save(coordinator.of(code)).chain(() -> log(code, "set-coordinator")))
                .replaceWith(coordinator);
    }

    private Uni<Void> log(Municipality municipality, String action) {
        var subject = Subject.coordinator(municipality);
        return logbook.record(municipality, action, subject.id(), List.of(subject));
    }
}
