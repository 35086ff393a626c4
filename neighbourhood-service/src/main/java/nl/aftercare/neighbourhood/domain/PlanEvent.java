package nl.aftercare.neighbourhood.domain;

import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;

/** What happened to a plan. */
public sealed interface PlanEvent {

    record PlanOpened(Outline outline) implements PlanEvent {}

    record MeetingArranged(Arranged plan) implements PlanEvent {}
}
