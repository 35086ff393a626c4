package nl.aftercare.offers.reading;

import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.TailoredOffer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer for the coordinator: each measure with its reason in plain Dutch. */
@Schema(name = "Offer")
public record OfferView(
        UUID id,
        UUID caseId,
        UUID robberyId,
        String municipality,
        int revision,
        String ruleVersion,
        List<LineView> lines) {

    /**
     * @param measure code
     * @param label the measure in Dutch
     * @param reason why this outcome, in plain Dutch (B1)
     * @param source the sentence of the source that the rule comes from
     * @param factsMissing names of unknown facts: what to find out
     */
    @Schema(name = "OfferLine")
    public record LineView(
            String measure,
            String label,
            Outcome outcome,
            String reason,
            String source,
            String rule,
            List<String> factsUsed,
            List<String> factsMissing) {}

    static OfferView of(TailoredOffer offer, Texts texts) {
        var lines = offer.lines().stream()
                .map(line -> new LineView(
                        line.measure().code(),
                        texts.of("measure." + line.measure().code()),
                        line.outcome(),
                        texts.of("reason." + line.rule()),
                        texts.of("source." + line.measure().code()),
                        line.rule(),
                        line.factsUsed(),
                        line.factsMissing()))
                .toList();
        return new OfferView(
                offer.id(),
                offer.caseId(),
                offer.robberyId(),
                offer.municipality().code(),
                offer.revision(),
                offer.ruleVersion(),
                lines);
    }
}
