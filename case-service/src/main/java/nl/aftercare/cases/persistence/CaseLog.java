package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;

/** What is done with one case, in the logbook. */
@ApplicationScoped
public class CaseLog {
    private final Logbook logbook;

    CaseLog(Logbook logbook) {
        this.logbook = logbook;
    }

    /** @param action name of the activity in the register of processing, such as {@code read-case} */
    public Uni<Void> record(String action, Stored stored) {
        var id = stored.aftercareCase().id().value();
        return logbook.record(stored.municipality(), action, id, List.of(Subject.victim(id)));
    }
}
