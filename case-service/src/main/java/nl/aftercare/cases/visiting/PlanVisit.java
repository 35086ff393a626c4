package nl.aftercare.cases.visiting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.PartyAdvice;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PartyAdvices;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Plans the first visit to a victim, and records that it was held. */
@ApplicationScoped
class PlanVisit {
    private final Cases cases;
    private final PartyAdvices advices;
    private final CaseLog log;
    private final Time time;

    PlanVisit(Cases cases, PartyAdvices advices, CaseLog log, Time time) {
        this.cases = cases;
        this.advices = advices;
        this.log = log;
        this.time = time;
    }

    /** A case, for its first visit, with what first-line parties advise. */
    record Visit(Stored stored, List<PartyAdvice> advices) {}

    @UnitOfWork
    @PoliceData
    Uni<Visit> read(UUID caseId) {
        return cases.read(caseId)
                .call(stored -> log.record("read-visit", stored))
                .flatMap(this::withAdvices);
    }

    /** @param version that the coordinator has seen; a repeat needs no newer one */
    @UnitOfWork
    @PoliceData
    Uni<Visit> plan(UUID caseId, Plan plan, int version) {
        return cases.change(caseId, version, aftercare -> aftercare.planVisit(plan))
                .call(stored -> log.record("plan-visit", stored))
                .flatMap(this::withAdvices);
    }

    /** A repeat changes nothing. */
    @UnitOfWork
    @PoliceData
    Uni<Visit> hold(UUID caseId, LocalDate heldOn, int version) {
        return cases.change(caseId, version, aftercare -> aftercare.holdVisit(heldOn, time.today()))
                .call(stored -> log.record("record-visit", stored))
                .flatMap(this::withAdvices);
    }

    private Uni<Visit> withAdvices(Stored stored) {
        return advices.of(stored.aftercareCase().id().value()).map(advised -> new Visit(stored, advised));
    }
}
