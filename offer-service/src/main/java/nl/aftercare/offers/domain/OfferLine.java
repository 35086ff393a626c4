package nl.aftercare.offers.domain;

import java.util.List;

/**
 * One measure with its outcome and why.
 *
 * @param rule code of the rule that decided, such as {@code mediation-suspect-unknown}; its Dutch text is in the resources
 * @param factsUsed names of the facts that the rule looked at
 * @param factsMissing names of those that are unknown: what to find out
 */
public record OfferLine(
        Measure measure, Outcome outcome, String rule, List<String> factsUsed, List<String> factsMissing) {

    public OfferLine {
        factsUsed = List.copyOf(factsUsed);
        factsMissing = List.copyOf(factsMissing);
    }
}
