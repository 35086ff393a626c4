package nl.aftercare.neighbourhood.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality decides about its neighbourhood plans beforehand. The anchor counts for robberies reported after it was settled.
 *
 * @param anchor from which moment the window runs
 * @param meetingWithinDays within how many days after it a meeting itself is planned; 21 where the meeting has to be held within the
 *     window too
 * @param stepDays for the steps of a meeting that are wanted on another day than usual: days after it, negative before it
 * @param programme what a meeting is about, in place of the usual
 * @param materials what to have at hand, in place of the usual
 * @param wordings how it writes to neighbours
 */
public record Settings(
        Anchor.Event anchor,
        int meetingWithinDays,
        Map<MeetingStep, Integer> stepDays,
        Map<RobberyKind, List<String>> programme,
        Map<RobberyKind, List<String>> materials,
        NeighbourWordings wordings) {
    public static final Settings USUAL = of(Anchor.Event.ROBBERY, 42, Map.of());

    /** What was not settled is as usual: settings of before a field was there have none of it. */
    public Settings {
        stepDays = Map.copyOf(stepDays);
        programme = orNone(programme);
        materials = orNone(materials);
        wordings = Objects.requireNonNullElse(wordings, NeighbourWordings.USUAL);
    }

    public static Settings of(Anchor.Event anchor, int meetingWithinDays, Map<MeetingStep, Integer> stepDays) {
        return new Settings(anchor, meetingWithinDays, stepDays, Map.of(), Map.of(), NeighbourWordings.USUAL);
    }

    private static Map<RobberyKind, List<String>> orNone(@Nullable Map<RobberyKind, List<String>> settled) {
        return settled == null ? Map.of() : Map.copyOf(settled);
    }

    /** Days after the meeting by which a step serves best; negative before it. */
    public int dayOf(MeetingStep step) {
        return stepDays.getOrDefault(step, step.usualDay());
    }
}
