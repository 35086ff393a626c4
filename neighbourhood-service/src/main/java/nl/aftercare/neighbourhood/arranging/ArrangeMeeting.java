package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Arrangement;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.neighbourhood.persistence.Partners;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.Plans.Stored;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Records what was agreed with a partner about the meeting, and when it was agreed. */
@ApplicationScoped
class ArrangeMeeting {
    private final Plans plans;
    private final Partners partners;
    private final Logbook logbook;
    private final Reorganisations reorganisations;
    private final Time time;

    ArrangeMeeting(Plans plans, Partners partners, Logbook logbook, Reorganisations reorganisations, Time time) {
        this.plans = plans;
        this.partners = partners;
        this.logbook = logbook;
        this.reorganisations = reorganisations;
        this.time = time;
    }

    /**
     * @param version that the coordinator has seen; a repeat of the stored arrangement needs no newer one
     * @throws ProblemException 412 when somebody changed the plan meanwhile
     */
    @UnitOfWork
    Uni<Stored> arrange(UUID planId, ArrangementRequest request, int version) {
        return plans.toChange(planId)
                .flatMap(stored -> partner(request.partnerId(), stored)
                        .flatMap(partner -> plans.save(decide(stored, partner, request), stored, version)))
                .call(saved -> logbook.record(
                        saved.plan().outline().municipality(),
                        "arrange-meeting",
                        planId,
                        List.of(Subject.partner(request.partnerId()))));
    }

    private Decision<NeighbourhoodPlan, PlanEvent> decide(Stored stored, Partner partner, ArrangementRequest request) {
        var arrangement = new Arrangement(partner.id(), partner.kind(), request.agreedOn(), request.startsAt());
        return stored.plan().arrange(partner, arrangement, time.today());
    }

    private Uni<Partner> partner(UUID id, Stored stored) {
        var municipality = reorganisations.today(stored.plan().outline().municipality());
        return partners.find(id)
                .map(partner -> partner != null
                                && reorganisations.today(partner.municipality()).equals(municipality)
                        ? partner
                        : null)
                .onItem()
                .ifNull()
                .failWith(() -> new InvalidInputException("partnerId", "is geen partner van deze gemeente"));
    }
}
