package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.DutchTime;
import org.jspecify.annotations.Nullable;

/**
 * What is done to hold a meeting, who signed up, and how it went: numbers only, never who.
 *
 * @param steps those that were ticked off
 * @param signedUp how many people
 * @param outcome null until it was held
 */
public record MeetingWork(
        UUID meetingId,
        Map<MeetingStep, Done> steps,
        int signedUp,
        @Nullable Outcome outcome) {

    public MeetingWork {
        steps = Map.copyOf(steps);
    }

    public static MeetingWork none(UUID meetingId) {
        return new MeetingWork(meetingId, Map.of(), 0, null);
    }

    /** @param on Europe/Amsterdam */
    public record Done(Status status, LocalDate on) {}

    /**
     * How it went.
     *
     * @param attended how many people came
     * @param evaluation null until forms came back
     * @param orders what people asked for, to be followed up
     */
    public record Outcome(int attended, @Nullable Evaluation evaluation, Map<Order, Integer> orders) {
        public Outcome {
            orders = Map.copyOf(orders);
        }
    }

    /**
     * What the forms say.
     *
     * @param forms how many came back
     * @param gradeTimesTen the average grade of 1 to 10, times ten
     */
    public record Evaluation(int forms, int gradeTimesTen) {}

    /** What people ask for at a meeting (domain.md NC5, NR4, NR6). */
    public enum Order {
        DOOR_VIEWER,
        DOOR_CHAIN,
        PKVW_ADVICE,
        SKIM_SAFE,
        CARD_TERMINAL
    }

    /** @param today Europe/Amsterdam */
    public Decision<MeetingWork, MeetingEvent> tick(MeetingStep step, Done done, LocalDate today) {
        if (step.isFound()) {
            return Decision.refused(
                    "step-follows", "Deze stap is klaar zodra u de afspraak of de bijeenkomst zelf vastlegt.");
        }
        if (done.on().isAfter(today)) {
            return Decision.refused("in-the-future", "De datum ligt in de toekomst. Leg vast wat al is gebeurd.");
        }
        var all = new EnumMap<MeetingStep, Done>(MeetingStep.class);
        all.putAll(steps);
        all.put(step, done);
        return Decision.unchanged(new MeetingWork(meetingId, all, signedUp, outcome));
    }

    /** People sign up until the day itself; more than fit in is allowed, and shown. */
    public Decision<MeetingWork, MeetingEvent> signUp(int people) {
        return outcome == null
                ? Decision.unchanged(new MeetingWork(meetingId, steps, people, null))
                : Decision.refused("meeting-held", "De bijeenkomst is al geweest.");
    }

    /**
     * It was held; told the first time.
     *
     * @param today Europe/Amsterdam
     */
    public Decision<MeetingWork, MeetingEvent> hold(Meeting meeting, Outcome newOutcome, LocalDate today) {
        if (!(meeting instanceof Agreed agreed)) {
            return Decision.refused("nothing-arranged", "Er is geen afspraak over een bijeenkomst.");
        }
        if (DutchTime.dateOf(agreed.slot().startsAt()).isAfter(today)) {
            return Decision.refused("meeting-not-held-yet", "De bijeenkomst is nog niet geweest.");
        }
        var held = new MeetingWork(meetingId, steps, signedUp, newOutcome);
        return outcome == null
                ? Decision.accepted(held, new MeetingEvent.Held(agreed.head(), agreed.slot(), newOutcome.attended()))
                : Decision.unchanged(held);
    }

    /** How a step stands; of those that follow from the meeting, as it is. */
    public boolean isDone(MeetingStep step, Meeting meeting) {
        return switch (step) {
            case AGREE_DATE_WITH_PARTNERS -> meeting instanceof Agreed;
            case HOLD_MEETING -> outcome != null;
            case EVALUATION_FORMS -> outcome != null && outcome.evaluation() != null;
            default -> steps.containsKey(step);
        };
    }
}
