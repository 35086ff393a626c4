package nl.aftercare.neighbourhood.domain;

import java.util.Map;

/**
 * What a municipality decides about its neighbourhood plans beforehand. Counts for robberies reported after it was settled.
 *
 * @param anchor from which moment the window runs
 * @param meetingWithinDays within how many days after it a meeting itself is planned; 21 where the meeting has to be held within the
 *     window too
 * @param stepDays for the steps of a meeting that are wanted on another day than usual: days after it, negative before it
 */
public record Settings(Anchor.Event anchor, int meetingWithinDays, Map<MeetingStep, Integer> stepDays) {
    public static final Settings USUAL = new Settings(Anchor.Event.ROBBERY, 42, Map.of());

    public Settings {
        stepDays = Map.copyOf(stepDays);
    }

    /** Days after the meeting by which a step serves best; negative before it. */
    public int dayOf(MeetingStep step) {
        return stepDays.getOrDefault(step, step.usualDay());
    }
}
