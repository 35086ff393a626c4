package nl.aftercare.cases.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Evaluates, closes and opens again. A repeat of any of them changes nothing. */
@ApplicationScoped
class CloseCase {
    private final Cases cases;
    private final CaseLog log;
    private final Time time;

    CloseCase(Cases cases, CaseLog log, Time time) {
        this.cases = cases;
        this.log = log;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> read(UUID caseId) {
        return cases.read(caseId).call(stored -> log.record("read-closure", stored));
    }

    /** @param version that the coordinator has seen; a repeat needs no newer one */
    @UnitOfWork
    @PoliceData
    Uni<Stored> evaluate(UUID caseId, EvaluationEntry evaluation, int version) {
        return cases.change(caseId, version, (aftercare, playbook) -> aftercare.evaluate(evaluation.on(time.today())))
                .call(stored -> log.record("evaluate-case", stored));
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> close(UUID caseId, @Nullable String unevaluatedBecause, int version) {
        return cases.change(caseId, version, (aftercare, playbook) -> aftercare.close(unevaluatedBecause, time.today()))
                .call(stored -> log.record("close-case", stored));
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> reopen(UUID caseId) {
        return cases.change(caseId, null, AftercareCase::reopen).call(stored -> log.record("reopen-case", stored));
    }
}
