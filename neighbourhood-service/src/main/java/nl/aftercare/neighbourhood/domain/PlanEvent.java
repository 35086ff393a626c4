package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.platform.kernel.Municipality;

/** What happened to a plan. */
public sealed interface PlanEvent {

    record PlanOpened(Outline outline) implements PlanEvent {}

    /** An action for the neighbourhood was done, or was not needed. */
    record ActionRecorded(Outline outline, Action action, ActionStep step) implements PlanEvent {}

    /** The window is nearly over, or is, and nothing is agreed. */
    record WindowStruck(Outline outline, ClockMoment moment) implements PlanEvent {}

    /** Nothing will be agreed in time, if all goes on as it does. */
    record WindowAtRisk(Outline outline, Forecast forecast) implements PlanEvent {}

    /** A text for the neighbours may be sent as it is. */
    record TextApproved(Outline outline, NeighbourText text, int addresses) implements PlanEvent {}

    record MeetingArranged(Arranged plan) implements PlanEvent {}

    /** @param on Europe/Amsterdam */
    record MeetingCancelled(Outline outline, LocalDate on) implements PlanEvent {}

    /**
     * The data of a victim is not kept any longer; a plan holds none.
     *
     * @param erasedOn Europe/Amsterdam
     */
    record VictimForgotten(Municipality municipality, UUID robberyId, UUID caseId, LocalDate erasedOn)
            implements PlanEvent {}
}
