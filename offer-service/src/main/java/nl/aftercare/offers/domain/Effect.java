package nl.aftercare.offers.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would change in the offer of one victim.
 *
 * @param changes by the code of the measure; empty when the offer would stay as it is
 */
public record Effect(RobberyKind kind, List<Change> changes) {
    private static final Set<Outcome> GIVEN = Set.of(Outcome.OFFER, Outcome.COORDINATE, Outcome.INFORM);

    public Effect {
        changes = List.copyOf(changes);
    }

    /** Who would get more, less, or something else. */
    public enum Direction {
        MORE,
        LESS,
        DIFFERENT
    }

    /** @param before null when the measure is new; so {@code after} when it would be gone */
    public record Change(
            String measure,
            @Nullable Outcome before,
            @Nullable Outcome after,
            Direction direction) {}

    /** What changes when one offer becomes the other one. */
    public static Effect of(RobberyKind kind, List<OfferLine> before, List<OfferLine> after) {
        var old = byMeasure(before);
        var now = byMeasure(after);
        var measures = new TreeSet<>(old.keySet());
        measures.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var measure : measures) {
            var was = old.get(measure);
            var becomes = now.get(measure);
            if (was == null || becomes == null || !says(was).equals(says(becomes))) {
                changes.add(change(measure, was, becomes));
            }
        }
        return new Effect(kind, changes);
    }

    /** An order that says nothing of the victims, so that nobody is known by their place. */
    public static Comparator<Effect> anonymousOrder() {
        return Comparator.comparing(Effect::toString);
    }

    private static Change change(String measure, @Nullable OfferLine was, @Nullable OfferLine becomes) {
        var before = was == null ? null : was.outcome();
        var after = becomes == null ? null : becomes.outcome();
        return new Change(measure, before, after, direction(isGiven(before), isGiven(after)));
    }

    private static Direction direction(boolean before, boolean after) {
        if (before == after) {
            return Direction.DIFFERENT;
        }
        return after ? Direction.MORE : Direction.LESS;
    }

    private static boolean isGiven(@Nullable Outcome outcome) {
        return outcome != null && GIVEN.contains(outcome);
    }

    /** Another rule with the same outcome and party tells the victim something else. */
    private static List<Object> says(OfferLine line) {
        return List.of(line.outcome(), line.party(), line.rule());
    }

    private static Map<String, OfferLine> byMeasure(List<OfferLine> lines) {
        return lines.stream().collect(Collectors.toMap(OfferLine::measure, Function.identity()));
    }
}
