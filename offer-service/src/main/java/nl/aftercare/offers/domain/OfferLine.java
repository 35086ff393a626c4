package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measure with its outcome and why.
 *
 * @param measure code, such as {@code restorative-mediation}
 * @param rule code of the row that decided, such as {@code mediation-suspect-unknown}
 * @param party who gives it; of what is already covered, who did so
 * @param coveredOn when that was, if known; Europe/Amsterdam
 * @param factsUsed names of the facts that the table looks at
 * @param factsMissing names of those that are unknown and would decide otherwise when known: what to find out
 */
public record OfferLine(
        String measure,
        Outcome outcome,
        String rule,
        Party party,
        @Nullable LocalDate coveredOn,
        List<String> factsUsed,
        List<String> factsMissing) {

    public OfferLine {
        factsUsed = List.copyOf(factsUsed);
        factsMissing = List.copyOf(factsMissing);
    }
}
