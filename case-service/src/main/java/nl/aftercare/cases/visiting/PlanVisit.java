package nl.aftercare.cases.visiting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Plans the first visit to a victim, and records that it was held. */
@ApplicationScoped
class PlanVisit {
    private final Cases cases;
    private final Logbook logbook;
    private final Time time;

    PlanVisit(Cases cases, Logbook logbook, Time time) {
        this.cases = cases;
        this.logbook = logbook;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> read(UUID caseId) {
        return cases.read(caseId).call(stored -> log("read-visit", stored));
    }

    /** @param version that the coordinator has seen; a repeat needs no newer one */
    @UnitOfWork
    @PoliceData
    Uni<Stored> plan(UUID caseId, Plan plan, int version) {
        return cases.change(caseId, version, aftercare -> aftercare.planVisit(plan))
                .call(stored -> log("plan-visit", stored));
    }

    /** A repeat changes nothing. */
    @UnitOfWork
    @PoliceData
    Uni<Stored> hold(UUID caseId, LocalDate heldOn, int version) {
        return cases.change(caseId, version, aftercare -> aftercare.holdVisit(heldOn, time.today()))
                .call(stored -> log("record-visit", stored));
    }

    private Uni<Void> log(String action, Stored stored) {
        var id = stored.aftercareCase().id().value();
        return logbook.record(stored.aftercareCase().robbery().municipality(), action, id, List.of(Subject.victim(id)));
    }
}
