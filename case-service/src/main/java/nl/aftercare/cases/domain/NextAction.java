package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.Optional;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * What the coordinator does next in a case, and by when. The source says "as soon as possible" and no number: the terms are
 * assumptions (domain.md 1.5).
 *
 * @param dueOn last day on which it is in time, Europe/Amsterdam
 */
public record NextAction(Kind kind, LocalDate dueOn) {
    private static final int SOON_WORKING_DAYS = 2;

    /** What to do, with the working days that it may take. */
    public enum Kind {
        /** Gate G1. */
        ASK_POLICE(1),
        DECIDE(2),
        /** Gate G2. */
        CHECK_CONTACT(1),
        ASK_VICTIM(2),
        PLAN_VISIT(2),
        /** On the day that was planned. */
        VISIT(0);

        private final int workingDays;

        Kind(int workingDays) {
            this.workingDays = workingDays;
        }
    }

    /** How near the day is. */
    public enum Urgency {
        OVERDUE,
        SOON,
        LATER
    }

    /** @return empty when the coordinator waits for nobody and nobody for the coordinator */
    public static Optional<NextAction> of(AftercareCase aftercare, WorkingDays workingDays) {
        if (aftercare.isCancelled()) {
            return Optional.empty();
        }
        var objection = aftercare.robbery().facts().policeObjection();
        return switch (aftercare.track()) {
            case Screening screening ->
                after(aftercare.openedOn(), objection == Fact.UNKNOWN ? Kind.ASK_POLICE : Kind.DECIDE, workingDays);
            case AskingWillingness asking when objection == Fact.YES -> Optional.empty();
            case AskingWillingness asking ->
                after(
                        asking.decision().decidedOn(),
                        aftercare.isChecked() || aftercare.uncheckedBecause() != null
                                ? Kind.ASK_VICTIM
                                : Kind.CHECK_CONTACT,
                        workingDays);
            case Active active when objection == Fact.YES -> Optional.empty();
            case Active active -> inActive(active, workingDays);
            case LimitedToFirstLine limited -> Optional.empty();
            case Withheld withheld -> Optional.empty();
            case Unreachable unreachable -> Optional.empty();
        };
    }

    /** @param today Europe/Amsterdam */
    public Urgency urgency(LocalDate today, WorkingDays workingDays) {
        if (today.isAfter(dueOn)) {
            return Urgency.OVERDUE;
        }
        return dueOn.isAfter(soon(today, workingDays)) ? Urgency.LATER : Urgency.SOON;
    }

    /** @return the last day that counts as soon */
    public static LocalDate soon(LocalDate today, WorkingDays workingDays) {
        return workingDays.after(today, SOON_WORKING_DAYS);
    }

    private static Optional<NextAction> inActive(Active active, WorkingDays workingDays) {
        return switch (active.visit()) {
            case NotPlanned notPlanned -> after(active.willingOn(), Kind.PLAN_VISIT, workingDays);
            case Planned(var plan) -> Optional.of(new NextAction(Kind.VISIT, plan.on()));
            case Held held -> Optional.empty();
        };
    }

    private static Optional<NextAction> after(LocalDate day, Kind kind, WorkingDays workingDays) {
        return Optional.of(new NextAction(kind, workingDays.after(day, kind.workingDays)));
    }
}
