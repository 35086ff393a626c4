package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.SupportContact;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.time.Time;

/** Records in a case that a first-line party has, or has not, been in contact with the victim. */
@ApplicationScoped
class RecordContact {
    private final Cases cases;
    private final CaseLog log;
    private final Time time;

    RecordContact(Cases cases, CaseLog log, Time time) {
        this.cases = cases;
        this.log = log;
        this.time = time;
    }

    @PoliceData
    Uni<Outcome<VictimContact>> record(VictimContact contact) {
        var known = SupportContact.told(contact.contacted(), contact.contactedOn());
        return cases.current(contact.caseId())
                .flatMap(id ->
                        cases.change(id, null, found -> found.recordContact(contact.party(), known, time.today())))
                .call(saved -> log.record("record-victim-contact", saved))
                .replaceWith(new Outcome<>(200, contact));
    }
}
