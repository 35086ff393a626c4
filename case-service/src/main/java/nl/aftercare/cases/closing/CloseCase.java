package nl.aftercare.cases.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Evaluates, closes and opens again. A repeat of any of them changes nothing. */
@ApplicationScoped
class CloseCase {
    private final Cases cases;
    private final Logbook logbook;
    private final Time time;

    CloseCase(Cases cases, Logbook logbook, Time time) {
        this.cases = cases;
        this.logbook = logbook;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> read(UUID caseId) {
        return cases.read(caseId).call(stored -> log("read-closure", stored));
    }

    /** @param version that the coordinator has seen; a repeat needs no newer one */
    @UnitOfWork
    @PoliceData
    Uni<Stored> evaluate(UUID caseId, EvaluationEntry evaluation, int version) {
        return cases.change(caseId, version, (aftercare, playbook) -> aftercare.evaluate(evaluation.on(time.today())))
                .call(stored -> log("evaluate-case", stored));
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> close(UUID caseId, @Nullable String unevaluatedBecause, int version) {
        return cases.change(caseId, version, (aftercare, playbook) -> aftercare.close(unevaluatedBecause, time.today()))
                .call(stored -> log("close-case", stored));
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> reopen(UUID caseId) {
        return cases.change(caseId, null, AftercareCase::reopen).call(stored -> log("reopen-case", stored));
    }

    private Uni<Void> log(String action, Stored stored) {
        var id = stored.aftercareCase().id().value();
        return logbook.record(stored.municipality(), action, id, List.of(Subject.victim(id)));
    }
}
