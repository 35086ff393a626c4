package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * What the coordinator does next in a case, and by when. Every open case has one. The source says "as soon as possible" and no
 * number: the terms are in the {@link Playbook} of the municipality (domain.md 1.5).
 *
 * @param dueOn last day on which it is in time, Europe/Amsterdam
 */
public record NextAction(Kind kind, LocalDate dueOn) {
    private static final int SOON_WORKING_DAYS = 2;

    /** What to do. */
    public enum Kind {
        /** Gate G1. */
        ASK_POLICE,
        DECIDE,
        /** Gate G2. */
        CHECK_CONTACT,
        ASK_VICTIM,
        /** They object after the decision: whether they still do. */
        ASK_POLICE_AGAIN,
        PLAN_VISIT,
        /** On the day that was planned. */
        VISIT,
        ASSESS_NEED,
        EVALUATE,
        CLOSE,
        /** T7: the public prosecutor has to know in writing that the victim wants to speak. */
        HEARING_NOTICE
    }

    /** How near the day is. */
    public enum Urgency {
        OVERDUE,
        SOON,
        LATER
    }

    /** @return empty when nothing is left to be done: the case is closed and no hearing waits, or it is erased */
    public static Optional<NextAction> of(AftercareCase aftercare, Playbook playbook, WorkingDays workingDays) {
        return new Clock(aftercare, playbook, workingDays).mostPressing();
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

    private record Clock(AftercareCase aftercare, Playbook playbook, WorkingDays workingDays) {

        Optional<NextAction> mostPressing() {
            return Stream.concat(next().stream(), hearing().stream()).min(Comparator.comparing(NextAction::dueOn));
        }

        /** Hearings come months later: also when the case was closed. */
        private Optional<NextAction> hearing() {
            return aftercare
                    .unansweredHearing()
                    .map(day -> new NextAction(
                            Kind.HEARING_NOTICE, playbook.dueBefore(Kind.HEARING_NOTICE, day, workingDays)));
        }

        private Optional<NextAction> next() {
            if (aftercare.track() instanceof Closed || aftercare.track() instanceof Erased) {
                return Optional.empty();
            }
            if (aftercare.isCancelled()) {
                return after(stated(Name.ROBBERY), Kind.CLOSE);
            }
            return switch (aftercare.track()) {
                case Screening screening ->
                    after(aftercare.openedOn(), objection() == Fact.UNKNOWN ? Kind.ASK_POLICE : Kind.DECIDE);
                case AskingWillingness asking ->
                    unlessPoliceObject(
                            asking.decision().decidedOn(), mayBeAsked() ? Kind.ASK_VICTIM : Kind.CHECK_CONTACT);
                case Active active -> inActive(active);
                case LimitedToFirstLine limited ->
                    after(
                            limited.decision() == null
                                    ? aftercare.openedOn()
                                    : limited.decision().decidedOn(),
                            Kind.CLOSE);
                case Withheld withheld -> after(withheld.decision().decidedOn(), Kind.CLOSE);
                case Unreachable unreachable -> after(unreachable.decision().decidedOn(), Kind.CLOSE);
                case Closed closed -> Optional.empty();
                case Erased erased -> Optional.empty();
            };
        }

        private Optional<NextAction> inActive(Active active) {
            return switch (active.visit()) {
                case NotPlanned notPlanned -> unlessPoliceObject(active.willingOn(), Kind.PLAN_VISIT);
                case Planned(var plan) when objection() == Fact.YES -> unlessPoliceObject(plan.on(), Kind.VISIT);
                case Planned(var plan) -> Optional.of(new NextAction(Kind.VISIT, plan.on()));
                case Held held when aftercare.need() == null -> after(held.heldOn(), Kind.ASSESS_NEED);
                case Held held when aftercare.evaluation() == null -> after(held.heldOn(), Kind.EVALUATE);
                case Held held -> after(aftercare.evaluation().evaluatedOn(), Kind.CLOSE);
            };
        }

        private Optional<NextAction> unlessPoliceObject(LocalDate day, Kind kind) {
            return objection() == Fact.YES
                    ? after(stated(Name.POLICE_OBJECTION), Kind.ASK_POLICE_AGAIN)
                    : after(day, kind);
        }

        private Fact objection() {
            return aftercare.robbery().facts().policeObjection();
        }

        private boolean mayBeAsked() {
            return aftercare.isChecked() || aftercare.uncheckedBecause() != null;
        }

        /** The day on which it was stated; what came with the report, on the day of the report. */
        private LocalDate stated(Name fact) {
            var at = aftercare.robbery().facts().statedAt().get(fact);
            return at == null || at.equals(Statement.FIRST) ? aftercare.openedOn() : DutchTime.dateOf(at);
        }

        private Optional<NextAction> after(LocalDate day, Kind kind) {
            return Optional.of(new NextAction(kind, playbook.dueOn(kind, day, workingDays)));
        }
    }
}
