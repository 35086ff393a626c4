package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Worklist;
import nl.aftercare.cases.persistence.Worklist.Ownership;
import nl.aftercare.cases.worklist.AssignmentResource.AssignmentReport;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Gives a case to a colleague, and keeps who had it. */
@ApplicationScoped
class HandOver {
    private final Worklist worklist;
    private final Cases cases;
    private final Logbook logbook;
    private final Caller caller;
    private final Time time;

    HandOver(Worklist worklist, Cases cases, Logbook logbook, Caller caller, Time time) {
        this.worklist = worklist;
        this.cases = cases;
        this.logbook = logbook;
        this.caller = caller;
        this.time = time;
    }

    /** A repeat adds no handover. */
    @UnitOfWork
    @PoliceData
    Uni<Ownership> to(UUID caseId, String person) {
        return worklist.handOver(caseId, person, caller.subject(), time.now())
                .chain(() -> log("hand-over-case", caseId))
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
                        .chain(() -> log("hand-over-case", caseId))
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
        return log("read-handovers", caseId).chain(() -> worklist.ownership(caseId));
    }

    private Uni<Void> log(String action, UUID caseId) {
        return cases.read(caseId)
                .flatMap(stored -> logbook.record(
                        stored.aftercareCase().robbery().municipality(),
                        action,
                        caseId,
                        List.of(Subject.victim(caseId))));
    }
}
