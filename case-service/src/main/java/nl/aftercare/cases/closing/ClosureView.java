package nl.aftercare.cases.closing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case is closed, and how it was evaluated.
 *
 * @param closedOn Europe/Amsterdam; null while it is open
 * @param outcome how it ended, null while it is open
 * @param unevaluatedBecause why it was closed without an evaluation
 * @param keptUntil last day on which the personal data is kept, null while it is open
 * @param explanation why the data is kept until then, in plain Dutch (B1)
 */
@Schema(name = "Closure")
public record ClosureView(
        UUID caseId,
        @Nullable EvaluationEntry evaluation,
        @Nullable LocalDate evaluatedOn,
        @Nullable LocalDate closedOn,
        @Nullable Outcome outcome,
        @Nullable String unevaluatedBecause,
        @Nullable LocalDate keptUntil,
        @Nullable String explanation) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    static ClosureView of(Stored stored) {
        var aftercare = stored.aftercareCase();
        var evaluation = aftercare.evaluation();
        var closed = aftercare.track() instanceof Closed track ? track : null;
        var closedOn = closed == null ? null : closed.closedOn();
        var outcome = aftercare.outcome();
        return new ClosureView(
                aftercare.id().value(),
                evaluation == null ? null : EvaluationEntry.of(evaluation),
                evaluation == null ? null : evaluation.evaluatedOn(),
                closedOn,
                closedOn == null ? null : outcome,
                closed == null ? null : closed.unevaluatedBecause(),
                closedOn == null ? null : stored.playbook().keptUntil(outcome, closedOn),
                closedOn == null ? null : TEXTS.getString("kept." + outcome));
    }
}
