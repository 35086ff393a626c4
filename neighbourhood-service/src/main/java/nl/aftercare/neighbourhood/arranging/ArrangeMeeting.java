package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Arrangement;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.neighbourhood.persistence.MeetingWorks;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.PlanClock;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.Plans.Stored;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Records what was agreed with a partner about the meeting, and when it was agreed; or that it falls away. The plan keeps the promise
 * of week two to three, the meeting what partners have in their calendars: both change together.
 */
@ApplicationScoped
class ArrangeMeeting {
    private final Plans plans;
    private final Meetings meetings;
    private final MeetingWorks works;
    private final Municipal municipal;
    private final PlanClock clock;
    private final Logbook logbook;
    private final Time time;

    ArrangeMeeting(
            Plans plans,
            Meetings meetings,
            MeetingWorks works,
            Municipal municipal,
            PlanClock clock,
            Logbook logbook,
            Time time) {
        this.plans = plans;
        this.meetings = meetings;
        this.works = works;
        this.municipal = municipal;
        this.clock = clock;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * @param version that the coordinator has seen; a repeat of the stored arrangement needs no newer one
     * @throws ProblemException 412 when somebody changed the plan meanwhile
     */
    @UnitOfWork
    Uni<Stored> arrange(UUID planId, ArrangementRequest request, int version) {
        return hold(planId)
                .chain(() -> plans.toChange(planId))
                .call(stored -> municipal.checkVenue(
                        "venueId", request.venueId(), stored.plan().outline().municipality()))
                .flatMap(stored -> municipal
                        .partner(
                                "partnerId",
                                request.partnerId(),
                                stored.plan().outline().municipality())
                        .flatMap(partner -> plans.save(decide(stored.plan(), partner, request), stored, version)
                                .call(saved ->
                                        agree(saved.plan().outline(), partner, request, version == stored.version()))))
                .call(saved -> logbook.record(
                        saved.plan().outline().municipality(),
                        "arrange-meeting",
                        planId,
                        List.of(Subject.partner(request.partnerId()))));
    }

    /**
     * @param version that the coordinator has seen
     * @throws ProblemException 412 when somebody changed the plan meanwhile
     */
    @UnitOfWork
    Uni<Stored> cancel(UUID planId, Cancellation cancellation, int version) {
        var wish = new Wish(time.now(), cancellation.askedBy(), cancellation.reason());
        return hold(planId)
                .chain(() -> plans.toChange(planId))
                .flatMap(stored -> meetings.ofPlanToChange(planId)
                        .flatMap(found -> found instanceof Proposed proposed && version == stored.version()
                                ? meetings.save(proposed.cancel(wish).orRefuse())
                                        .replaceWith(stored)
                                : cancel(stored, found, wish, version)))
                .call(saved ->
                        logbook.record(saved.plan().outline().municipality(), "cancel-meeting", planId, List.of()));
    }

    private Uni<Stored> cancel(Stored stored, @Nullable Meeting found, Wish wish, int version) {
        return plans.save(stored.plan().cancel(time.today()), stored, version)
                .call(saved -> clock.wind(saved.plan().outline(), time.today()))
                .call(saved -> found == null
                        // arranged before there were meetings
                        ? Uni.createFrom().voidItem()
                        : cancelMeeting(found, saved.plan().outline().id(), wish));
    }

    private Uni<Void> hold(UUID planId) {
        return meetings.plansWith(planId).flatMap(plans::hold);
    }

    private Uni<Void> agree(Outline outline, Partner partner, ArrangementRequest request, boolean hasSeenAll) {
        var wish = request.wish(time.now());
        return meetings.ofPlanToChange(outline.id()).flatMap(found -> {
            var decision = found == null
                    ? Meeting.agree(
                            head(outline),
                            Slot.usual(request.startsAt(), request.venueId()),
                            List.of(partner.id()),
                            wish)
                    : found.agreeAgain(
                            Slot.usual(
                                    request.startsAt(),
                                    request.venueId() == null ? found.venueId() : request.venueId()),
                            found.companyWith(partner.id()),
                            wish);
            var accepted = decision.orRefuse();
            if (!accepted.events().isEmpty() && !hasSeenAll) {
                throw ProblemException.staleVersion();
            }
            return (accepted.events().isEmpty() ? Uni.createFrom().voidItem() : checkNotHeld(found))
                    .chain(() -> meetings.save(accepted))
                    .chain(() -> others(
                            found,
                            outline.id(),
                            stored -> plans.save(decide(stored.plan(), partner, request), stored, stored.version())));
        });
    }

    private Uni<Void> checkNotHeld(@Nullable Meeting found) {
        return found == null
                ? Uni.createFrom().voidItem()
                : works.read(found.head().id())
                        .invoke(stored -> {
                            if (stored.work().outcome() != null) {
                                throw new RefusedException(
                                        new Refusal("meeting-held", "De bijeenkomst is al geweest."));
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Void> cancelMeeting(Meeting found, UUID planId, Wish wish) {
        return checkNotHeld(found)
                .chain(() -> meetings.save(found.cancel(wish).orRefuse()))
                .chain(() -> others(found, planId, stored -> plans.save(
                                stored.plan().cancel(time.today()), stored, stored.version())
                        .call(saved -> clock.wind(saved.plan().outline(), time.today()))));
    }

    private interface PlanChange {
        Uni<?> of(Stored stored);
    }

    /** What holds for one plan of a joint meeting holds for all of them. */
    private Uni<Void> others(@Nullable Meeting meeting, UUID planId, PlanChange change) {
        var planIds = meeting == null ? List.<UUID>of() : meeting.head().planIds();
        return Multi.createFrom()
                .iterable(planIds)
                .filter(other -> !other.equals(planId))
                .onItem()
                .transformToUniAndConcatenate(other -> plans.toChange(other).flatMap(change::of))
                .onItem()
                .ignoreAsUni();
    }

    private Head head(Outline outline) {
        return new Head(Ids.next(time.now()), outline.municipality(), outline.robberyId(), List.of(outline.id()));
    }

    private Decision<NeighbourhoodPlan, PlanEvent> decide(
            NeighbourhoodPlan plan, Partner partner, ArrangementRequest request) {
        var arrangement = new Arrangement(partner.id(), partner.kind(), request.agreedOn(), request.startsAt());
        return plan.arrange(partner, arrangement, time.today());
    }
}
