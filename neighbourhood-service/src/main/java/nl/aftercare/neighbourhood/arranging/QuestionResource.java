package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.arranging.AnswerLinks.Question;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** For notification-service at the moment of sending: the link is a key, so it is on no topic and in no table. */
@Path("/meetings/{id}/questions/{partnerId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
class QuestionResource {
    private final Meetings meetings;
    private final AnswerLinks links;

    QuestionResource(Meetings meetings, AnswerLinks links) {
        this.meetings = meetings;
        this.links = links;
    }

    /**
     * What a partner is asked now.
     *
     * @param round in which it was asked
     * @param startsAt the proposed dates, UTC
     * @param link with which the partner answers; whoever has it can answer
     */
    @Schema(name = "MeetingQuestion")
    public record QuestionView(int round, List<Instant> startsAt, String link) {
        /** Keeps the link out of logs. */
        @Override
        public String toString() {
            return "QuestionView[" + round + "]";
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "readQuestion",
            summary = "Wat een partner nu gevraagd wordt, met de link om te antwoorden",
            description = "404 als er niets meer te vragen is.")
    public Uni<QuestionView> readQuestion(@RestPath UUID id, @RestPath UUID partnerId) {
        return meetings.read(id).map(stored -> {
            if (stored.meeting() instanceof Proposed proposed
                    && proposed.partnerIds().contains(partnerId)
                    && !proposed.answers().containsKey(partnerId)) {
                return view(proposed, partnerId);
            }
            throw ProblemException.notFound();
        });
    }

    private QuestionView view(Proposed proposed, UUID partnerId) {
        var head = proposed.head();
        var lastEnd = proposed.options().stream()
                .map(Slot::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var question = new Question(head.municipality(), head.id(), partnerId, proposed.round());
        return new QuestionView(
                proposed.round(),
                proposed.options().stream().map(Slot::startsAt).toList(),
                links.link(question, AnswerLinks.until(lastEnd)));
    }
}
