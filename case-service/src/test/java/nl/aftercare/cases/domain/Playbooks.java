package nl.aftercare.cases.domain;

import java.util.List;
import java.util.Map;
import nl.aftercare.cases.domain.Playbook.Criterion;
import nl.aftercare.cases.domain.Playbook.MayorVisits;

/** Playbooks for tests, each as the default in all but one thing. */
final class Playbooks {
    private Playbooks() {}

    static Playbook withDaysFor(NextAction.Kind kind, int workingDays) {
        return playbook(Map.of(kind, workingDays), MayorVisits.AFTER_SERIOUS_ROBBERY, List.of());
    }

    static Playbook with(MayorVisits mayorVisits) {
        return playbook(Map.of(), mayorVisits, List.of());
    }

    static Playbook with(Criterion... criteria) {
        return playbook(Map.of(), MayorVisits.AFTER_SERIOUS_ROBBERY, List.of(criteria));
    }

    private static Playbook playbook(
            Map<NextAction.Kind, Integer> workingDays, MayorVisits mayorVisits, List<Criterion> criteria) {
        var otherwise = Playbook.DEFAULT;
        return new Playbook(
                workingDays,
                otherwise.tries(),
                otherwise.daysOfRest(),
                mayorVisits,
                criteria,
                otherwise.reportHoursLate(),
                otherwise.designationWarningDays(),
                Map.of(),
                null);
    }
}
