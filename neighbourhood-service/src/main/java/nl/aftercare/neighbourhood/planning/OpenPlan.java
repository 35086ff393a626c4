package nl.aftercare.neighbourhood.planning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.SurroundingsTenure;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.time.Time;

/** Opens the neighbourhood track of a robbery. */
@ApplicationScoped
class OpenPlan {
    private final Plans plans;
    private final Logbook logbook;
    private final Time time;

    OpenPlan(Plans plans, Logbook logbook, Time time) {
        this.plans = plans;
        this.logbook = logbook;
        this.time = time;
    }

    Uni<Void> forRobbery(Municipality municipality, RobberyReported reported) {
        var outline = new Outline(
                Ids.next(time.now()),
                reported.robberyId(),
                municipality,
                RobberyKind.valueOf(reported.kind().name()),
                reported.occurredOn(),
                Unrest.valueOf(reported.unrest().name()),
                SurroundingsTenure.valueOf(reported.surroundingsTenure().name()));
        return plans.add(NeighbourhoodPlan.open(outline).orRefuse())
                .chain(() -> logbook.recordOwnWork(municipality, "open-plan", outline.id(), List.of()));
    }
}
