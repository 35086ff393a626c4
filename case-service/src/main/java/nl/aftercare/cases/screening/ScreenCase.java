package nl.aftercare.cases.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.AftercareDecision;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Each step takes the case, asks the domain, and keeps what it says with a line in the logbook. */
@ApplicationScoped
class ScreenCase {
    private final Cases cases;
    private final CaseLog log;
    private final Caller caller;
    private final Time time;

    ScreenCase(Cases cases, CaseLog log, Caller caller, Time time) {
        this.cases = cases;
        this.log = log;
        this.caller = caller;
        this.time = time;
    }

    /** @param version that the coordinator has seen; a repeat needs no newer one */
    @UnitOfWork
    @PoliceData
    Uni<Stored> decide(UUID caseId, Result result, int version) {
        var decision = new AftercareDecision(result, caller.subject(), time.today());
        return change(caseId, "decide-aftercare", version, (aftercare, playbook) -> aftercare.decide(decision));
    }

    /** @param version that the coordinator has seen */
    @UnitOfWork
    @PoliceData
    Uni<Stored> recordAnswer(UUID caseId, AnswerRequest request, int version) {
        return change(
                caseId,
                "record-visit-willingness",
                version,
                (aftercare, playbook) ->
                        aftercare.recordAnswer(request.answer(), request.uncheckedBecause(), playbook, time.today()));
    }

    /** Whatever changed meanwhile: a victim who wants no more gets no more. */
    @UnitOfWork
    @PoliceData
    Uni<Stored> withdraw(UUID caseId) {
        return change(caseId, "withdraw-from-aftercare", null, (aftercare, playbook) -> aftercare.withdraw());
    }

    @UnitOfWork
    @PoliceData
    Uni<Stored> read(UUID caseId) {
        return cases.read(caseId).call(stored -> log.record("read-track", stored));
    }

    private Uni<Stored> change(
            UUID caseId,
            String action,
            @Nullable Integer version,
            BiFunction<AftercareCase, Playbook, Decision<AftercareCase, CaseEvent>> step) {
        return cases.change(caseId, version, step).call(stored -> log.record(action, stored));
    }
}
