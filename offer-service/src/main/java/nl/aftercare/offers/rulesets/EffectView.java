package nl.aftercare.offers.rulesets;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.aftercare.offers.domain.Effect;
import nl.aftercare.offers.domain.Effect.Direction;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.RobberyKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would change.
 *
 * @param looked at how many offers
 * @param more how many victims would get a measure that they do not get now; one may be in several of these counts
 * @param less how many would not get one that they get now
 * @param different how many would hear something else of a measure
 * @param victims whose offer would change, at most a hundred, in an order that says nothing of them
 */
@Schema(name = "RuleSetEffect")
public record EffectView(int looked, long more, long less, long different, List<VictimView> victims) {
    private static final int MOST_SHOWN = 100;

    /** @param pseudonym only of this answer */
    @Schema(name = "RuleSetEffectVictim")
    public record VictimView(int pseudonym, RobberyKind kind, List<ChangeView> changes) {}

    /** @param before absent when the measure is new; so {@code after} when it would be gone */
    @Schema(name = "RuleSetEffectChange")
    public record ChangeView(
            String measure,
            @Nullable Outcome before,
            @Nullable Outcome after,
            Direction direction) {}

    static EffectView of(List<Effect> all) {
        var changed = all.stream()
                .filter(effect -> !effect.changes().isEmpty())
                .sorted(Effect.anonymousOrder())
                .toList();
        return new EffectView(
                all.size(),
                count(changed, Direction.MORE),
                count(changed, Direction.LESS),
                count(changed, Direction.DIFFERENT),
                IntStream.range(0, Math.min(changed.size(), MOST_SHOWN))
                        .mapToObj(i -> victim(i + 1, changed.get(i)))
                        .toList());
    }

    private static long count(List<Effect> effects, Direction direction) {
        Predicate<Effect.Change> towards = change -> change.direction() == direction;
        return effects.stream()
                .filter(effect -> effect.changes().stream().anyMatch(towards))
                .count();
    }

    private static VictimView victim(int pseudonym, Effect effect) {
        return new VictimView(
                pseudonym,
                effect.kind(),
                effect.changes().stream()
                        .map(change ->
                                new ChangeView(change.measure(), change.before(), change.after(), change.direction()))
                        .toList());
    }
}
