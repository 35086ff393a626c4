package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Worklist;
import nl.aftercare.cases.persistence.Worklist.Whose;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.rest.DatedPageRequest;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Reads the worklist of a person or of everybody. */
@ApplicationScoped
class ReadWorklist {
    private final Worklist worklist;
    private final WorkingDays workingDays;
    private final Time time;

    ReadWorklist(Worklist worklist, WorkingDays workingDays, Time time) {
        this.worklist = worklist;
        this.workingDays = workingDays;
        this.time = time;
    }

    /**
     * @param kind null for all
     * @param urgency null for all
     */
    @UnitOfWork
    @PoliceData
    Uni<Page<WorkItemView>> read(Whose whose, @Nullable Kind kind, @Nullable Urgency urgency, DatedPageRequest page) {
        var today = time.today();
        var soon = NextAction.soon(today, workingDays);
        var found =
                switch (urgency) {
                    case null -> worklist.list(whose, kind, null, null, page);
                    case OVERDUE -> worklist.list(whose, kind, null, today.minusDays(1), page);
                    case SOON -> worklist.list(whose, kind, today, soon, page);
                    case LATER -> worklist.list(whose, kind, soon.plusDays(1), null, page);
                };
        return found.map(items -> items.map(item -> WorkItemView.of(item, today, workingDays)));
    }
}
