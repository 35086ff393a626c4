package nl.aftercare.neighbourhood.planning;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class PlanResource {
    private final Plans plans;
    private final WorkingDays workingDays;
    private final Time time;

    PlanResource(Plans plans, WorkingDays workingDays, Time time) {
        this.plans = plans;
        this.workingDays = workingDays;
        this.time = time;
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "listNeighbourhoodPlans", summary = "Buurtplannen, het nieuwste eerst")
    public Uni<Page<PlanView>> listNeighbourhoodPlans(
            @RestQuery @Parameter(description = "Alleen het plan van deze overval") @Nullable String robberyId,
            @BeanParam PageRequest page) {
        return plans.list(QueryParameter.uuid("robberyId", robberyId), page)
                .map(found -> found.map(stored -> view(stored.plan())));
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @Operation(operationId = "readNeighbourhoodPlan", summary = "Eén buurtplan")
    public Uni<RestResponse<PlanView>> readNeighbourhoodPlan(@RestPath UUID id) {
        return plans.read(id).map(stored -> Version.tagged(view(stored.plan()), stored.version()));
    }

    private PlanView view(NeighbourhoodPlan plan) {
        return PlanView.of(plan, time.today(), workingDays);
    }
}
