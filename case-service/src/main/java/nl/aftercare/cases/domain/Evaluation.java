package nl.aftercare.cases.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Step 4, Evalueren: whether the aftercare of one victim reached its four goals (effect), and what to do better (process).
 *
 * @param attention whether victim and surroundings got adequate attention
 * @param measuresCarriedOut whether the advised measures were carried out, so that the level of security is higher
 * @param feelsSafe whether the feeling of safety was restored
 * @param informationForApproach whether it gave information for the overall approach of robberies
 * @param lesson of the process; without personal data
 * @param evaluatedOn Europe/Amsterdam
 */
public record Evaluation(
        Fact attention,
        Fact measuresCarriedOut,
        Fact feelsSafe,
        Fact informationForApproach,
        @Nullable String lesson,
        LocalDate evaluatedOn) {

    boolean saysTheSameAs(@Nullable Evaluation other) {
        return other != null && on(other.evaluatedOn).equals(other);
    }

    private Evaluation on(LocalDate day) {
        return new Evaluation(attention, measuresCarriedOut, feelsSafe, informationForApproach, lesson, day);
    }
}
