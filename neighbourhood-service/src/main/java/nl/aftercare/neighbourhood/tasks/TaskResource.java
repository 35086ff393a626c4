package nl.aftercare.neighbourhood.tasks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.PlanTask;
import nl.aftercare.neighbourhood.domain.PlanTask.Priority;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-tasks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class TaskResource {
    /** Of older robberies the plan itself still tells. */
    private static final int YEARS = 1;

    private final Plans plans;
    private final Caller caller;
    private final Time time;

    TaskResource(Plans plans, Caller caller, Time time) {
        this.plans = plans;
        this.caller = caller;
        this.time = time;
    }

    /** @param tasks what to take up first comes first */
    @Schema(name = "NeighbourhoodTasks")
    public record TasksView(List<TaskView> tasks) {}

    /**
     * An action that is still to be done.
     *
     * @param label what to do, in plain Dutch (B1)
     * @param owner who takes it up: subject of the token; null for the coordinators together
     * @param dueOn by when it serves best, Europe/Amsterdam
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "NeighbourhoodTask")
    public record TaskView(
            UUID planId,
            UUID robberyId,
            String municipality,
            String action,
            String label,
            @Nullable String owner,
            LocalDate dueOn,
            Priority priority,
            String source) {

        static TaskView of(PlanTask task) {
            return new TaskView(
                    task.planId(),
                    task.robberyId(),
                    task.municipality().code(),
                    task.action().code(),
                    task.action().label(),
                    task.owner(),
                    task.dueOn(),
                    task.priority(),
                    task.action().source());
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "listNeighbourhoodTasks",
            summary = "Wat er voor buurten nog te doen is, het dringendste eerst",
            description = "Van overvallen van het laatste jaar. Met mine=true alleen wat u zelf heeft.")
    public Uni<TasksView> listNeighbourhoodTasks(@RestQuery boolean mine) {
        var today = time.today();
        return plans.since(today.minusYears(YEARS))
                .map(all -> all.stream()
                        .flatMap(plan -> PlanTask.of(plan, today).stream())
                        .filter(task -> !mine || caller.subject().equals(task.owner()))
                        .sorted(PlanTask.FIRST)
                        .map(TaskView::of)
                        .toList())
                .map(TasksView::new);
    }
}
