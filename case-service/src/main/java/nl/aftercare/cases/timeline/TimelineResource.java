package nl.aftercare.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.cases.persistence.Timeline;
import nl.aftercare.cases.persistence.Timeline.Step;
import nl.aftercare.cases.timeline.TimelineView.StepView;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/robberies/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class TimelineResource {
    private final Robberies robberies;
    private final Timeline timeline;
    private final WireEvents events;
    private final Logbook logbook;

    TimelineResource(Robberies robberies, Timeline timeline, WireEvents events, Logbook logbook) {
        this.robberies = robberies;
        this.timeline = timeline;
        this.events = events;
        this.logbook = logbook;
    }

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "readTimeline",
            summary = "Wat er na een overval is gebeurd, in alle diensten, met de reden van elke stap")
    public Uni<TimelineView> readTimeline(@RestPath UUID id) {
        return robberies.read(id).flatMap(robbery -> timeline.of(id)
                .map(steps ->
                        new TimelineView(id, steps.stream().map(this::view).toList()))
                .call(view -> log(robbery, view)));
    }

    private StepView view(Step step) {
        return StepView.of(step, events.read(step.type(), step.data()));
    }

    private Uni<Void> log(Robbery robbery, TimelineView view) {
        List<Subject> victims = view.steps().stream()
                .map(StepView::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .map(Subject::victim)
                .toList();
        return logbook.record(
                robbery.municipality(), "read-timeline", robbery.id().value(), victims);
    }
}
