package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.platform.kernel.Fact;

/**
 * What the source advises about a first visit (domain.md section 4). Advice guides; it refuses nothing.
 *
 * @param visitor who had best go: the mayor only after a serious robbery, unless the playbook says otherwise (V6)
 * @param notBefore first day on which the first heavy emotions may have subsided (V4), Europe/Amsterdam
 * @param hints what to do or to reconsider, the weightiest first
 */
public record VisitAdvice(Visitor visitor, LocalDate notBefore, List<Hint> hints) {
    /** A rule of domain.md section 4 that speaks here. */
    public enum Hint {
        /** V3 */
        ASK_CLEARANCE,
        /** V4 */
        RATHER_LATER,
        /** V5 */
        ASK_VICTIM_SUPPORT_FOR_ADVICE,
        /** V6: in most robberies the mayor is not needed. */
        MAYOR_NOT_NEEDED,
        /** V6: after a serious robbery the mayor may want to go. */
        CONSIDER_MAYOR,
        /** V7: with the police present it becomes about criminal law. */
        RATHER_WITHOUT_POLICE
    }

    public VisitAdvice {
        hints = List.copyOf(hints);
    }

    /**
     * @param visit as far as it is planned
     * @param advised whether a first-line party gave its advice by itself
     */
    public static VisitAdvice on(Robbery robbery, FirstVisit visit, boolean advised, Playbook playbook) {
        boolean mayor = playbook.mayorVisits(robbery.facts().circumstances().severity());
        var notBefore = robbery.occurredOn().plusDays(playbook.daysOfRest());
        var visitor = mayor ? Visitor.MAYOR : Visitor.COORDINATOR;
        var hints = new ArrayList<Hint>();
        if (robbery.facts().policeClearance() != Fact.YES) {
            hints.add(Hint.ASK_CLEARANCE);
        }
        switch (visit) {
            case NotPlanned notPlanned -> hints.addAll(beforehand(mayor, advised));
            case FirstVisit.Planned(var plan) -> hints.addAll(about(plan, mayor, advised, notBefore));
            case FirstVisit.Held held -> {
                // what was done needs no advice
                return new VisitAdvice(visitor, notBefore, List.of());
            }
        }
        return new VisitAdvice(visitor, notBefore, hints);
    }

    private static List<Hint> beforehand(boolean mayor, boolean advised) {
        var hints = new ArrayList<Hint>();
        if (!advised) {
            hints.add(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
        }
        if (mayor) {
            hints.add(Hint.CONSIDER_MAYOR);
        }
        return hints;
    }

    private static List<Hint> about(Plan plan, boolean mayor, boolean advised, LocalDate notBefore) {
        var hints = new ArrayList<Hint>();
        if (plan.on().isBefore(notBefore)) {
            hints.add(Hint.RATHER_LATER);
        }
        if (plan.policePresent()) {
            hints.add(Hint.RATHER_WITHOUT_POLICE);
        }
        if (!plan.adviceAsked() && !advised) {
            hints.add(Hint.ASK_VICTIM_SUPPORT_FOR_ADVICE);
        }
        if (plan.visitor() == Visitor.MAYOR && !mayor) {
            hints.add(Hint.MAYOR_NOT_NEEDED);
        }
        if (plan.visitor() != Visitor.MAYOR && mayor) {
            hints.add(Hint.CONSIDER_MAYOR);
        }
        return hints;
    }
}
