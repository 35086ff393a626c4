package nl.aftercare.notifications.reconciling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Predicate;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.persistence.Reconciliation;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/message-reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class ReconciliationResource {
    private final Reconciliation reconciliation;

    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /**
     * Promised against ended.
     *
     * @param promised all messages
     * @param ended those of which nothing more has to be done
     * @param withPeople those that a person approves, posts, calls about or looks into
     * @param planned those that wait for their own time, as reminders do
     * @param underway those that are sent by themselves still
     * @param states how many are in which state
     */
    @Schema(name = "MessageReconciliation")
    public record ReconciliationView(
            long promised, long ended, long withPeople, long planned, long underway, Map<MessageState, Long> states) {

        static ReconciliationView of(Map<MessageState, Long> states) {
            long promised = sum(states, state -> true);
            long ended = sum(states, MessageState.ENDED::contains);
            long underway = sum(states, MessageState.WAITING::equals);
            long planned = sum(states, MessageState.PLANNED::equals);
            return new ReconciliationView(
                    promised, ended, promised - ended - planned - underway, planned, underway, states);
        }

        private static long sum(Map<MessageState, Long> states, Predicate<MessageState> which) {
            return states.entrySet().stream()
                    .filter(counted -> which.test(counted.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "reconcileMessages",
            summary = "Hoeveel berichten er zijn beloofd, en hoe het daarmee staat")
    public Uni<ReconciliationView> reconcileMessages() {
        return reconciliation.own().map(ReconciliationView::of);
    }
}
