package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How it went with one measure for one victim: proposed while there are no steps.
 *
 * @param agreed the line that the victim accepted; null before
 * @param steps in the order in which they happened
 */
public record MeasureLife(String measure, @Nullable Agreed agreed, List<MeasureStep> steps) {
    private static final int WEEKS = 6;
    private static final int MONTHS = 6;
    /** Nobody has to wait for the very day to ask. */
    private static final int DAYS_EARLY = 14;

    public MeasureLife {
        steps = List.copyOf(steps);
    }

    /**
     * What was agreed stays as it was, also when the rules change later.
     *
     * @param ruleVersion by which it was offered
     * @param reason why it was, in plain Dutch
     * @param source the sentence that the rule came from
     */
    public record Agreed(OfferLine line, String ruleVersion, String label, String area, String reason, String source) {}

    /** A look back at whether it helped. */
    public record FollowUp(String measure, Kind moment, LocalDate dueOn) {}

    static MeasureLife proposed(String measure) {
        return new MeasureLife(measure, null, List.of());
    }

    /** The measure in Dutch as it was agreed; its code when it was not. */
    String label() {
        return agreed == null ? measure : agreed.label();
    }

    /** What happened last, apart from looking back; null while only proposed. */
    public @Nullable Kind status() {
        return main().reduce((_, last) -> last).map(MeasureStep::kind).orElse(null);
    }

    /** Whether it stays whatever the rules become. */
    public boolean stands() {
        return agreed != null && status() != Kind.DECLINED;
    }

    /** What is to be looked back at, the first first. */
    public List<FollowUp> followUps() {
        int done = doneAt();
        if (done < 0) {
            return List.of();
        }
        var on = steps.get(done).on();
        return Stream.of(
                        new FollowUp(measure, Kind.SIX_WEEKS_LATER, on.plusWeeks(WEEKS)),
                        new FollowUp(measure, Kind.SIX_MONTHS_LATER, on.plusMonths(MONTHS)))
                .filter(one -> steps.stream().skip(done).noneMatch(step -> step.kind() == one.moment()))
                .toList();
    }

    boolean allows(Kind kind, LocalDate on) {
        return kind.isFollowUp()
                ? followUps().stream()
                        .anyMatch(one ->
                                one.moment() == kind && !on.isBefore(one.dueOn().minusDays(DAYS_EARLY)))
                : Kind.after(status()).contains(kind);
    }

    Optional<MeasureStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    MeasureLife with(MeasureStep step, @Nullable Agreed nowAgreed) {
        return new MeasureLife(
                measure,
                nowAgreed == null ? agreed : nowAgreed,
                Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** Which step gave the victim what was agreed, or -1; that it was seen mounted later gives nothing new. */
    private int doneAt() {
        int since = -1;
        for (int at = 0; at < steps.size(); at++) {
            var kind = steps.get(at).kind();
            if (!kind.isFollowUp()) {
                since = !kind.isDone() ? -1 : since < 0 ? at : since;
            }
        }
        return since;
    }

    private Stream<MeasureStep> main() {
        return steps.stream().filter(step -> !step.kind().isFollowUp());
    }
}
