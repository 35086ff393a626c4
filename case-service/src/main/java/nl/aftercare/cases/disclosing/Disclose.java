package nl.aftercare.cases.disclosing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.cases.disclosing.DisclosureLedgerResource.Ledger;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Disclosure;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Disclosures;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Keeps what a victim permitted and what was passed on; refuses what may not be. */
@ApplicationScoped
class Disclose {
    private final Cases cases;
    private final Disclosures disclosures;
    private final CaseLog log;
    private final Caller caller;
    private final Time time;

    Disclose(Cases cases, Disclosures disclosures, CaseLog log, Caller caller, Time time) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.log = log;
        this.caller = caller;
        this.time = time;
    }

    /** Within an open transaction. */
    @PoliceData
    Uni<Outcome<DisclosureView>> give(DisclosureRequest request) {
        var caseId = request.caseId();
        var now = time.now();
        var asked = new Disclosure(
                Ids.next(now),
                new CaseId(caseId),
                request.recipient(),
                EnumSet.copyOf(request.categories()),
                request.ground(),
                caller.subject(),
                now);
        return cases.hold(caseId)
                .flatMap(stored -> disclosures
                        .permittedBy(caseId)
                        .invoke(permitted -> Disclosure.give(asked, stored.aftercareCase(), stored.victim(), permitted)
                                .orRefuse())
                        .chain(() -> disclosures.add(stored.municipality(), asked))
                        .chain(() -> log.record("disclose-data", stored)))
                .replaceWith(new Outcome<>(201, DisclosureView.of(asked)));
    }

    @UnitOfWork
    @PoliceData
    Uni<Ledger> permit(UUID caseId, Recipient recipient, boolean given) {
        return cases.hold(caseId)
                .invoke(stored -> {
                    if (stored.aftercareCase().track() instanceof Erased) {
                        throw new RefusedException(
                                new Refusal("case-erased", "De gegevens van dit traject zijn al vernietigd."));
                    }
                })
                .call(stored -> disclosures.permit(
                        stored.municipality(), caseId, recipient, given, caller.subject(), time.now()))
                .call(stored -> log.record("record-disclosure-permission", stored))
                .chain(() -> ledger(caseId));
    }

    @UnitOfWork
    @PoliceData
    Uni<Ledger> read(UUID caseId) {
        return cases.read(caseId)
                .call(stored -> log.record("read-disclosures", stored))
                .chain(() -> ledger(caseId));
    }

    private Uni<Ledger> ledger(UUID caseId) {
        return disclosures.permittedBy(caseId).flatMap(permitted -> disclosures
                .of(caseId)
                .map(given -> new Ledger(
                        sorted(permitted),
                        given.stream().map(DisclosureView::of).toList())));
    }

    private static List<Recipient> sorted(Set<Recipient> permitted) {
        return permitted.stream().sorted().toList();
    }
}
