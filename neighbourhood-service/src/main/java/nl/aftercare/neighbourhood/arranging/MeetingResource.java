package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.Cancelled;
import nl.aftercare.neighbourhood.domain.Meeting.Change;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/meeting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class MeetingResource {
    private final Meetings meetings;

    MeetingResource(Meetings meetings) {
        this.meetings = meetings;
    }

    /**
     * The meeting of a plan, with all that changed about it.
     *
     * @param planIds the plans that it serves
     * @param slot when and where; null unless agreed
     * @param options what partners can choose from; empty unless proposed
     * @param partnerIds who is asked, or takes part
     * @param answers of partners to what is proposed, by partner
     * @param history the oldest first: what changed, who asked for it and why
     */
    @Schema(name = "Meeting")
    public record MeetingView(
            UUID id,
            List<UUID> planIds,
            State state,
            @Nullable Slot slot,
            List<Slot> options,
            List<UUID> partnerIds,
            Map<UUID, Answer> answers,
            List<Change> history) {

        @Schema(name = "MeetingState")
        public enum State {
            PROPOSED,
            AGREED,
            CANCELLED
        }

        static MeetingView of(Meeting meeting) {
            var head = meeting.head();
            return switch (meeting) {
                case Proposed proposed ->
                    new MeetingView(
                            head.id(),
                            head.planIds(),
                            State.PROPOSED,
                            null,
                            proposed.options(),
                            proposed.partnerIds(),
                            proposed.answers(),
                            proposed.history());
                case Agreed agreed ->
                    new MeetingView(
                            head.id(),
                            head.planIds(),
                            State.AGREED,
                            agreed.slot(),
                            List.of(),
                            agreed.partnerIds(),
                            Map.of(),
                            agreed.history());
                case Cancelled cancelled ->
                    new MeetingView(
                            head.id(),
                            head.planIds(),
                            State.CANCELLED,
                            null,
                            List.of(),
                            List.of(),
                            Map.of(),
                            cancelled.history());
            };
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "readMeeting",
            summary = "De bijeenkomst van een buurtplan, met alles wat eraan veranderde")
    public Uni<RestResponse<MeetingView>> readMeeting(@RestPath UUID id) {
        return meetings.idOf(id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(meetings::read)
                .map(stored -> Version.tagged(MeetingView.of(stored.meeting()), stored.version()));
    }
}
