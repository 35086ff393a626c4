package nl.aftercare.neighbourhood.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.ActionStatus;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import org.jspecify.annotations.Nullable;

/** How far the neighbourhood track is; does not depend on what is decided for a victim (domain.md 1.3). */
public record Track(List<Reached> stages) {

    public Track {
        stages = List.copyOf(stages);
    }

    /** In the order in which they usually come; one can be reached without an earlier one. */
    public enum Stage {
        PARTNER_CONSULTED,
        NEIGHBOURS_INFORMED,
        MEETING_PROPOSED,
        MEETING_AGREED,
        INVITATIONS_SENT,
        MEETING_HELD,
        MEETING_EVALUATED
    }

    /** Whether a stage was reached. */
    public enum State {
        DONE,
        OPEN,
        NOT_NEEDED
    }

    public record Reached(Stage stage, State state) {}

    /**
     * @param meeting null when there never was one
     * @param work null when there never was a meeting
     */
    public static Track of(NeighbourhoodPlan plan, @Nullable Meeting meeting, @Nullable MeetingWork work) {
        return new Track(Arrays.stream(Stage.values())
                .map(stage -> new Reached(stage, state(stage, plan, meeting, work)))
                .toList());
    }

    private static State state(
            Stage stage, NeighbourhoodPlan plan, @Nullable Meeting meeting, @Nullable MeetingWork work) {
        return switch (stage) {
            case PARTNER_CONSULTED ->
                ofAction(plan, Action.TALK_TO_BUSINESS_ASSOCIATION, Action.TALK_TO_HOUSING_CORPORATION);
            case NEIGHBOURS_INFORMED -> ofAction(plan, Action.INFORM_ENTREPRENEURS, Action.INFORM_RESIDENTS);
            case MEETING_PROPOSED -> ofMeeting(plan, meeting instanceof Proposed || isAgreed(plan));
            case MEETING_AGREED -> ofMeeting(plan, isAgreed(plan));
            case INVITATIONS_SENT ->
                ofMeeting(plan, meeting instanceof Agreed && isDone(work, MeetingStep.SEND_INVITATIONS));
            case MEETING_HELD -> ofMeeting(plan, work != null && work.outcome() != null);
            case MEETING_EVALUATED ->
                ofMeeting(
                        plan,
                        work != null && work.outcome() != null && work.outcome().evaluation() != null);
        };
    }

    private static boolean isAgreed(NeighbourhoodPlan plan) {
        return plan instanceof Arranged;
    }

    private static boolean isDone(@Nullable MeetingWork work, MeetingStep step) {
        return work != null && work.steps().containsKey(step);
    }

    private static State ofMeeting(NeighbourhoodPlan plan, boolean isReached) {
        if (isReached) {
            return State.DONE;
        }
        return plan.whyNoMeeting().isPresent() ? State.NOT_NEEDED : State.OPEN;
    }

    /** @param either the action of this kind of robbery is one of them */
    private static State ofAction(NeighbourhoodPlan plan, Action... either) {
        var action = Stream.of(either)
                .filter(Action.of(plan.outline().kind())::contains)
                .findFirst()
                .orElseThrow();
        return switch (plan.statusOf(action)) {
            case ActionStatus.DONE -> State.DONE;
            case ActionStatus.OPEN -> State.OPEN;
            case ActionStatus.NOT_NEEDED, ActionStatus.NOT_APPLICABLE -> State.NOT_NEEDED;
        };
    }
}
