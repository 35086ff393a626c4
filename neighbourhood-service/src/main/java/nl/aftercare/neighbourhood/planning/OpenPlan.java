package nl.aftercare.neighbourhood.planning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.DecisionResult;
import nl.aftercare.contracts.cases.CaseEvent.Fact;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyMerged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.Anchor;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Settings;
import nl.aftercare.neighbourhood.domain.SurroundingsTenure;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.PlanClock;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.StoredSettings;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.time.Time;

/** Opens the neighbourhood track of a robbery. */
@ApplicationScoped
class OpenPlan {
    private final Plans plans;
    private final PlanClock clock;
    private final StoredSettings settings;
    private final Meetings meetings;
    private final Logbook logbook;
    private final Time time;

    OpenPlan(Plans plans, PlanClock clock, StoredSettings settings, Meetings meetings, Logbook logbook, Time time) {
        this.plans = plans;
        this.clock = clock;
        this.settings = settings;
        this.meetings = meetings;
        this.logbook = logbook;
        this.time = time;
    }

    /** Draws the plan anew from what is known now. */
    Uni<Void> redraw(RobberyChanged changed) {
        return planOf(changed.robberyId()).flatMap(before -> {
            var plan = before.redraw(
                    RobberyKind.valueOf(changed.kind().name()),
                    changed.occurredOn(),
                    Unrest.valueOf(changed.unrest().name()),
                    SurroundingsTenure.valueOf(changed.surroundingsTenure().name()));
            var now = changed.robbery() == Fact.NO ? plan.close(Reason.NOT_A_ROBBERY, time.today()) : plan.reopen();
            return plans.save(new Accepted<>(now, List.of()))
                    .chain(() -> windAgain(before, now))
                    .chain(() -> takeBackProposal(now));
        });
    }

    /** Nobody is asked any more for a meeting that is not needed; what is agreed is for the coordinator to cancel. */
    private Uni<Void> takeBackProposal(NeighbourhoodPlan plan) {
        if (plan.whyNoMeeting().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var wish = new Wish(time.now(), AskedBy.COORDINATOR, ChangeReason.NOT_NEEDED);
        return meetings.takeBackProposal(plan.outline().id(), wish);
    }

    /** The same robbery goes on under another report. */
    Uni<Void> merged(RobberyMerged merged) {
        return planOf(merged.robberyId())
                .flatMap(plan -> plans.save(new Accepted<>(plan.close(Reason.MERGED, time.today()), List.of())))
                .chain(closed -> takeBackProposal(closed.plan()));
    }

    Uni<Void> forget(Municipality municipality, PersonalDataErased erased) {
        return plans.forget(municipality, erased.robberyId(), erased.caseId(), time.today());
    }

    /** Only when the window or the need for a meeting changed: else what was told today would be told again. */
    private Uni<Void> windAgain(NeighbourhoodPlan before, NeighbourhoodPlan now) {
        boolean isTheSame = before.outline().window().equals(now.outline().window())
                && before.whyNoMeeting().equals(now.whyNoMeeting());
        return isTheSame ? Uni.createFrom().voidItem() : clock.windAgain(before.outline(), now.outline(), time.today());
    }

    private Uni<NeighbourhoodPlan> planOf(UUID robberyId) {
        return plans.ofRobberyToChange(robberyId)
                .onItem()
                .ifNull()
                // by the order of the key the report comes first: it was not handled, so this waits beside it
                .failWith(() -> new IllegalStateException("the report of this robbery was not handled"));
    }

    /** The first decision to provide aftercare starts the window, where the municipality counts from it. */
    Uni<Void> decided(AftercareDecided decided) {
        if (decided.result() == DecisionResult.WITHHELD) {
            return Uni.createFrom().voidItem();
        }
        return planOf(decided.robberyId()).flatMap(before -> {
            var now = before.decided(decided.decidedOn());
            return plans.save(new Accepted<>(now, List.of())).chain(() -> windAgain(before, now));
        });
    }

    Uni<Void> forRobbery(Municipality municipality, RobberyReported reported) {
        return settings.read(municipality).flatMap(stored -> open(municipality, reported, stored.settings()));
    }

    private Uni<Void> open(Municipality municipality, RobberyReported reported, Settings settled) {
        var outline = new Outline(
                Ids.next(time.now()),
                reported.robberyId(),
                municipality,
                RobberyKind.valueOf(reported.kind().name()),
                reported.occurredOn(),
                Anchor.at(settled.anchor(), DutchTime.dateOf(reported.reportedAt())),
                Unrest.valueOf(reported.unrest().name()),
                SurroundingsTenure.valueOf(reported.surroundingsTenure().name()),
                null,
                null,
                Map.of());
        return plans.add(NeighbourhoodPlan.open(outline).orRefuse())
                .chain(() -> clock.wind(outline, time.today()))
                .chain(() -> logbook.recordOwnWork(municipality, "open-plan", outline.id(), List.of()));
    }
}
