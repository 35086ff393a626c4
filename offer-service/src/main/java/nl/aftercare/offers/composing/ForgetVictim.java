package nl.aftercare.offers.composing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;

/** Erases the offer of a victim whose data is not kept any longer, and tells so. */
@ApplicationScoped
class ForgetVictim {
    private final Offers offers;
    private final Logbook logbook;
    private final Time time;

    ForgetVictim(Offers offers, Logbook logbook, Time time) {
        this.offers = offers;
        this.logbook = logbook;
        this.time = time;
    }

    Uni<Void> forget(Municipality municipality, PersonalDataErased erased) {
        return offers.erase(municipality, erased.robberyId(), erased.caseId(), time.today())
                .chain(() -> logbook.recordOwnWork(
                        municipality, "erase-offer", erased.caseId(), List.of(Subject.victim(erased.caseId()))));
    }
}
