package nl.aftercare.neighbourhood.holding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.MeetingEvent;
import nl.aftercare.neighbourhood.domain.MeetingStep;
import nl.aftercare.neighbourhood.domain.MeetingWork;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.MeetingWorks;
import nl.aftercare.neighbourhood.persistence.MeetingWorks.Stored;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.StoredSettings;
import nl.aftercare.neighbourhood.persistence.Venues;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/meeting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class WorkResource {
    private final MeetingWorks works;
    private final Meetings meetings;
    private final Plans plans;
    private final Venues venues;
    private final StoredSettings settings;
    private final Logbook logbook;
    private final Time time;

    WorkResource(
            MeetingWorks works,
            Meetings meetings,
            Plans plans,
            Venues venues,
            StoredSettings settings,
            Logbook logbook,
            Time time) {
        this.works = works;
        this.meetings = meetings;
        this.plans = plans;
        this.venues = venues;
        this.settings = settings;
        this.logbook = logbook;
        this.time = time;
    }

    @GET
    @Path("/work")
    @UnitOfWork
    @Operation(
            operationId = "readMeetingWork",
            summary = "Het stappenplan van de bijeenkomst, de aanmeldingen en hoe het ging")
    public Uni<RestResponse<WorkView>> readMeetingWork(@RestPath UUID id) {
        return meeting(id)
                .flatMap(meeting -> works.read(meeting.head().id()).flatMap(stored -> respond(id, meeting, stored)));
    }

    @PUT
    @Path("/steps/{step}")
    @UnitOfWork
    @Operation(operationId = "tickMeetingStep", summary = "Leg vast dat een stap is gedaan, of niet nodig is")
    @APIResponse(responseCode = "409", description = "Deze stap volgt uit de afspraak of de bijeenkomst zelf")
    @APIResponse(responseCode = "412", description = "Dit is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<WorkView>> tickMeetingStep(
            @RestPath UUID id,
            @RestPath String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion StepFields fields) {
        var named = Arrays.stream(MeetingStep.values())
                .filter(one -> one.code().equals(step))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return change(
                id,
                Version.required(ifMatch),
                "tick-meeting-step",
                (meeting, work) -> work.tick(named, fields.toDomain(), time.today()));
    }

    @PUT
    @Path("/sign-ups")
    @UnitOfWork
    @Operation(
            operationId = "recordSignUps",
            summary = "Leg vast hoeveel mensen zich hebben aangemeld",
            description = "Meer dan er in de zaal passen mag: dan staat erbij voor hoeveel mensen er geen plaats is.")
    @APIResponse(responseCode = "409", description = "De bijeenkomst is al geweest")
    @APIResponse(responseCode = "412", description = "Dit is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<WorkView>> recordSignUps(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion SignUps signUps) {
        return change(
                id, Version.required(ifMatch), "record-sign-ups", (meeting, work) -> work.signUp(signUps.signedUp()));
    }

    @PUT
    @Path("/outcome")
    @UnitOfWork
    @Operation(
            operationId = "recordMeetingOutcome",
            summary = "Leg vast hoeveel mensen er waren, wat ze ervan vonden en wat ze vroegen",
            description = "Alleen aantallen: geen namen.")
    @APIResponse(responseCode = "409", description = "De bijeenkomst is nog niet geweest")
    @APIResponse(responseCode = "412", description = "Dit is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<WorkView>> recordMeetingOutcome(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion OutcomeFields outcome) {
        return change(
                id,
                Version.required(ifMatch),
                "record-meeting-outcome",
                (meeting, work) -> work.hold(meeting, outcome.toDomain(), time.today()));
    }

    private interface Change {
        Decision<MeetingWork, MeetingEvent> of(Meeting meeting, MeetingWork work);
    }

    private Uni<RestResponse<WorkView>> change(UUID planId, int version, String action, Change change) {
        return meeting(planId).flatMap(meeting -> works.read(meeting.head().id())
                .flatMap(before -> works.save(
                        change.of(meeting, before.work()),
                        before,
                        meeting.head().municipality(),
                        version))
                .call(() -> logbook.record(
                        meeting.head().municipality(), action, meeting.head().id(), List.of()))
                .flatMap(stored -> respond(planId, meeting, stored)));
    }

    private Uni<Meeting> meeting(UUID planId) {
        return meetings.idOf(planId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(meetings::read)
                .map(stored -> stored.meeting());
    }

    private Uni<RestResponse<WorkView>> respond(UUID planId, Meeting meeting, Stored stored) {
        return plans.read(planId).flatMap(plan -> venue(meeting)
                .flatMap(venue -> settings.read(meeting.head().municipality())
                        .map(settled -> respond(plan.plan().outline().kind(), meeting, venue, stored, settled))));
    }

    private static RestResponse<WorkView> respond(
            RobberyKind kind, Meeting meeting, @Nullable Venue venue, Stored stored, StoredSettings.Stored settled) {
        return Version.tagged(WorkView.of(stored.work(), meeting, kind, venue, settled.settings()), stored.version());
    }

    private Uni<@Nullable Venue> venue(Meeting meeting) {
        return meeting instanceof Agreed agreed && agreed.slot().venueId() != null
                ? venues.find(agreed.slot().venueId())
                : Uni.createFrom().nullItem();
    }
}
