package nl.aftercare.neighbourhood.acting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Action;
import nl.aftercare.neighbourhood.domain.ActionStep;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.Plans.Stored;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Records what was done of the actions for a neighbourhood. */
@ApplicationScoped
class RecordAction {
    private final Plans plans;
    private final Meetings meetings;
    private final Logbook logbook;
    private final Time time;

    RecordAction(Plans plans, Meetings meetings, Logbook logbook, Time time) {
        this.plans = plans;
        this.meetings = meetings;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * @param version that the coordinator has seen; a repeat of what is recorded needs no newer one
     * @throws ProblemException 412 when somebody changed the plan meanwhile
     */
    @UnitOfWork
    Uni<Stored> record(UUID planId, Action action, ActionStep step, int version) {
        return plans.toChange(planId)
                .flatMap(stored -> plans.save(stored.plan().record(action, step, time.today()), stored, version))
                .call(() -> action.isMeeting()
                        ? meetings.takeBackProposal(
                                planId, new Wish(time.now(), AskedBy.COORDINATOR, ChangeReason.NOT_NEEDED))
                        : Uni.createFrom().voidItem())
                .call(saved ->
                        logbook.record(saved.plan().outline().municipality(), "record-action", planId, List.of()));
    }
}
