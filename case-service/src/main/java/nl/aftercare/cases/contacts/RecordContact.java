package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.SupportContact;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.time.Time;

/** Records in a case that a first-line party has, or has not, been in contact with the victim. */
@ApplicationScoped
class RecordContact {
    private final Cases cases;
    private final Logbook logbook;
    private final Time time;

    RecordContact(Cases cases, Logbook logbook, Time time) {
        this.cases = cases;
        this.logbook = logbook;
        this.time = time;
    }

    @PoliceData
    Uni<Outcome<VictimContact>> record(VictimContact contact) {
        var known = SupportContact.told(contact.contacted(), contact.contactedOn());
        return cases.change(contact.caseId(), null, found -> found.recordContact(contact.party(), known, time.today()))
                .call(saved -> log(saved.aftercareCase(), new Municipality(contact.municipality())))
                .replaceWith(new Outcome<>(200, contact));
    }

    private Uni<Void> log(AftercareCase saved, Municipality municipality) {
        return logbook.record(
                municipality,
                "record-victim-contact",
                saved.id().value(),
                List.of(Subject.victim(saved.id().value())));
    }
}
