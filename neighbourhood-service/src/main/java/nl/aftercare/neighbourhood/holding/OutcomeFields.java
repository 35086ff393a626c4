package nl.aftercare.neighbourhood.holding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.neighbourhood.domain.MeetingWork.Evaluation;
import nl.aftercare.neighbourhood.domain.MeetingWork.Order;
import nl.aftercare.neighbourhood.domain.MeetingWork.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a meeting went, in numbers.
 *
 * @param attended how many people came
 * @param evaluation absent until forms came back
 * @param orders what people asked for, and how many of it
 */
@Schema(name = "MeetingOutcome", examples = """
        {"attended": 42, "evaluation": {"forms": 18, "gradeTimesTen": 76}}""")
public record OutcomeFields(
        @NotNull @Min(0) @Max(100_000) Integer attended,
        @Nullable @Valid EvaluationFields evaluation,
        @Nullable Map<@NotNull Order, @NotNull @Min(1) @Max(10_000) Integer> orders) {

    /**
     * What the forms say.
     *
     * @param forms how many came back
     * @param gradeTimesTen the average grade of 1 to 10, times ten: 76 for a 7.6
     */
    @Schema(name = "MeetingEvaluation")
    public record EvaluationFields(
            @NotNull @Min(1) @Max(100_000) Integer forms,
            @NotNull @Min(10) @Max(100) Integer gradeTimesTen) {}

    Outcome toDomain() {
        return new Outcome(
                attended,
                evaluation == null ? null : new Evaluation(evaluation.forms, evaluation.gradeTimesTen),
                Objects.requireNonNullElse(orders, Map.of()));
    }
}
