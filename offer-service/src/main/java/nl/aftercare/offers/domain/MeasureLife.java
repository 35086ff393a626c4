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
        return doneOn().stream()
                .flatMap(on -> Stream.of(
                        new FollowUp(measure, Kind.SIX_WEEKS_LATER, on.plusWeeks(WEEKS)),
                        new FollowUp(measure, Kind.SIX_MONTHS_LATER, on.plusMonths(MONTHS))))
                .filter(one -> steps.stream().noneMatch(step -> step.kind() == one.moment()))
                .toList();
    }

    boolean allows(Kind kind) {
        return kind.isFollowUp()
                ? followUps().stream().anyMatch(one -> one.moment() == kind)
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

    /** The day on which the victim got it; seen mounted later is no new day. */
    private Optional<LocalDate> doneOn() {
        LocalDate since = null;
        for (var step : main().toList()) {
            if (!step.kind().isDone()) {
                since = null;
            } else if (since == null) {
                since = step.on();
            }
        }
        return Optional.ofNullable(since);
    }

    private Stream<MeasureStep> main() {
        return steps.stream().filter(step -> !step.kind().isFollowUp());
    }
}
