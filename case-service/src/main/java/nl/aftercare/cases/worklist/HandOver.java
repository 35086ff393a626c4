package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Worklist;
import nl.aftercare.cases.persistence.Worklist.Ownership;
import nl.aftercare.cases.worklist.AssignmentResource.AssignmentReport;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Gives a case to a colleague, and keeps who had it. */
@ApplicationScoped
class HandOver {
    private final Worklist worklist;
    private final Cases cases;
    private final CaseLog log;
    private final Caller caller;
    private final Time time;

    HandOver(Worklist worklist, Cases cases, CaseLog log, Caller caller, Time time) {
        this.worklist = worklist;
        this.cases = cases;
        this.log = log;
        this.caller = caller;
        this.time = time;
    }

    /** A repeat adds no handover. */
    @UnitOfWork
    @PoliceData
    Uni<Ownership> to(UUID caseId, String person) {
        return worklist.handOver(caseId, person, caller.subject(), time.now())
                .chain(() -> cases.read(caseId))
                .call(stored -> log.record("hand-over-case", stored))
                .chain(() -> worklist.ownership(caseId));
    }

    /** Each case is looked at by itself. */
    @UnitOfWork
    @PoliceData
    Uni<AssignmentReport> all(String person, List<UUID> caseIds) {
        var notFound = new ArrayList<UUID>();
        return Multi.createFrom()
                .iterable(caseIds.stream().distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(caseId -> worklist.handOver(caseId, person, caller.subject(), time.now())
                        .chain(() -> cases.read(caseId))
                        .call(stored -> log.record("hand-over-case", stored))
                        .replaceWith(caseId)
                        .onFailure(ProblemException.class)
                        .recoverWithUni(() -> {
                            notFound.add(caseId);
                            return Uni.createFrom().nullItem();
                        }))
                .collect()
                .asList()
                .map(assigned -> new AssignmentReport(assigned, List.copyOf(notFound)));
    }

    @UnitOfWork
    @PoliceData
    Uni<Ownership> read(UUID caseId) {
        return cases.read(caseId)
                .call(stored -> log.record("read-handovers", stored))
                .chain(() -> worklist.ownership(caseId));
    }
}
