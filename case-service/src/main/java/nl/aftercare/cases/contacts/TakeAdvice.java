package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.contacts.AdviceMessage.Receipt;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PartyAdvices;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;

/** Keeps what a first-line party advises about the visit to a victim. */
@ApplicationScoped
class TakeAdvice {
    private final Cases cases;
    private final PartyAdvices advices;
    private final CaseLog log;

    TakeAdvice(Cases cases, PartyAdvices advices, CaseLog log) {
        this.cases = cases;
        this.advices = advices;
        this.log = log;
    }

    /** Within an open transaction. */
    @PoliceData
    Uni<Outcome<Receipt>> take(AdviceMessage advice) {
        return cases.current(advice.caseId())
                .flatMap(cases::hold)
                .invoke(stored ->
                        stored.aftercareCase().takeAdvice(advice.toDomain()).orRefuse())
                .call(stored -> advices.take(
                        stored.municipality(), stored.aftercareCase().id().value(), advice.toDomain()))
                .call(stored -> log.record("take-visit-advice", stored))
                .replaceWith(new Outcome<>(200, new Receipt(advice.caseId(), advice.party(), advice.statedAt())));
    }
}
