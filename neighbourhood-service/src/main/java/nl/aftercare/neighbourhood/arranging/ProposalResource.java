package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.arranging.MeetingResource.MeetingView;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/meeting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class ProposalResource {
    private final ProposeDates proposeDates;
    private final Meetings meetings;
    private final Logbook logbook;
    private final Time time;

    ProposalResource(ProposeDates proposeDates, Meetings meetings, Logbook logbook, Time time) {
        this.proposeDates = proposeDates;
        this.meetings = meetings;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * What a partner says on the telephone.
     *
     * @param suits the beginnings of the dates that suit; empty when none does
     * @param counter a beginning that would suit instead, when none does
     */
    @Schema(name = "MeetingAnswer", examples = """
            {"suits": ["2026-03-18T18:30:00Z"]}""")
    public record AnswerFields(
            @NotNull @Size(max = 5) List<@NotNull Instant> suits,
            @Nullable Instant counter) {

        /** @throws InvalidInputException when a date suits and another is proposed too, or that one is past */
        Answer at(Instant now) {
            if (counter != null && !suits.isEmpty()) {
                throw new InvalidInputException("counter", "hoort alleen bij een antwoord waarin geen datum past");
            }
            if (counter != null && !counter.isAfter(now)) {
                throw new InvalidInputException("counter", "ligt niet in de toekomst");
            }
            return new Answer(now, suits.stream().sorted().distinct().toList(), counter);
        }
    }

    @PUT
    @Path("/proposal")
    @UnitOfWork
    @Operation(
            operationId = "proposeMeetingDates",
            summary = "Stel partners data voor",
            description =
                    "Elke partner krijgt een mail met een link om te kiezen. Past een datum voor alle partners, dan is die"
                            + " meteen afgesproken. If-Match is de versie van het buurtplan.")
    @APIResponse(responseCode = "409", description = "Er is al een afspraak, of een bijeenkomst met andere plannen")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<MeetingView> proposeMeetingDates(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion ProposalRequest proposal) {
        return proposeDates.propose(id, proposal, Version.required(ifMatch)).map(MeetingView::of);
    }

    @PUT
    @Path("/answers/{partnerId}")
    @UnitOfWork
    @Operation(
            operationId = "recordPartnerAnswer",
            summary = "Leg vast wat een partner aan de telefoon antwoordt",
            description = "If-Match is de versie van de bijeenkomst.")
    @APIResponse(responseCode = "409", description = "Deze vraag geldt niet meer")
    @APIResponse(responseCode = "412", description = "De bijeenkomst is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<MeetingView>> recordPartnerAnswer(
            @RestPath UUID id,
            @RestPath UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion AnswerFields fields) {
        int version = Version.required(ifMatch);
        var answer = fields.at(time.now());
        return meetings.idOf(id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .call(meeting -> proposeDates.answerByTelephone(meeting, partnerId, version, answer))
                .flatMap(meetings::read)
                .call(stored -> logbook.record(
                        stored.meeting().head().municipality(),
                        "record-partner-answer",
                        stored.meeting().head().id(),
                        List.of(Subject.partner(partnerId))))
                .map(stored -> Version.tagged(MeetingView.of(stored.meeting()), stored.version()));
    }
}
