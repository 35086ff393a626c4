package nl.aftercare.cases.closing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.aftercare.cases.domain.Evaluation;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the aftercare reached its four goals, and what to do better.
 *
 * @param attention whether victim and surroundings got adequate attention
 * @param measuresCarriedOut whether the advised measures were carried out
 * @param feelsSafe whether the feeling of safety was restored
 * @param informationForApproach whether it gave information for the overall approach of robberies
 * @param lesson what to do better; without personal data
 */
@Schema(name = "Evaluation", examples = """
        {"attention": "YES", "measuresCarriedOut": "YES", "feelsSafe": "UNKNOWN", "informationForApproach": "NO",
         "lesson": "Eerder bellen met de woningcorporatie"}""")
public record EvaluationEntry(
        @NotNull Fact attention,
        @NotNull Fact measuresCarriedOut,
        @NotNull Fact feelsSafe,
        @NotNull Fact informationForApproach,

        @Nullable @Size(max = 1000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "mag niet leeg zijn")
        String lesson) {

    static EvaluationEntry of(Evaluation evaluation) {
        return new EvaluationEntry(
                evaluation.attention(),
                evaluation.measuresCarriedOut(),
                evaluation.feelsSafe(),
                evaluation.informationForApproach(),
                evaluation.lesson());
    }

    Evaluation on(LocalDate today) {
        return new Evaluation(attention, measuresCarriedOut, feelsSafe, informationForApproach, lesson, today);
    }
}
