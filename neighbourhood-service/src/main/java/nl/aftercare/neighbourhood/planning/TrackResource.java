package nl.aftercare.neighbourhood.planning;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.Track;
import nl.aftercare.neighbourhood.domain.Track.Reached;
import nl.aftercare.neighbourhood.domain.Track.Stage;
import nl.aftercare.neighbourhood.domain.Track.State;
import nl.aftercare.neighbourhood.persistence.MeetingWorks;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/track")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class TrackResource {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("plan-texts", Locale.of("nl"));
    private final Plans plans;
    private final Meetings meetings;
    private final MeetingWorks works;

    TrackResource(Plans plans, Meetings meetings, MeetingWorks works) {
        this.plans = plans;
        this.meetings = meetings;
        this.works = works;
    }

    /**
     * How far the neighbourhood track is.
     *
     * @param reason why no meeting is needed; null when one is
     */
    @Schema(name = "NeighbourhoodTrack")
    public record TrackView(
            List<StageView> stages, @Nullable Reason reason) {}

    /** @param label in plain Dutch (B1) */
    @Schema(name = "NeighbourhoodStage")
    public record StageView(Stage stage, String label, State state) {

        static StageView of(Reached reached) {
            return new StageView(reached.stage(), TEXTS.getString("stage." + reached.stage()), reached.state());
        }
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "readNeighbourhoodTrack", summary = "Hoe ver het is met de zorg voor de buurt")
    public Uni<TrackView> readNeighbourhoodTrack(@RestPath UUID id) {
        return plans.read(id).flatMap(stored -> meetings.ofPlan(id)
                .flatMap(meeting -> meeting == null
                        ? Uni.createFrom().item(() -> view(stored.plan(), Track.of(stored.plan(), null, null)))
                        : works.read(meeting.head().id())
                                .map(work -> view(stored.plan(), Track.of(stored.plan(), meeting, work.work())))));
    }

    private static TrackView view(NeighbourhoodPlan plan, Track track) {
        return new TrackView(
                track.stages().stream().map(StageView::of).toList(),
                plan.whyNoMeeting().orElse(null));
    }
}
