package nl.aftercare.offers.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.aftercare.offers.domain.OfferEvent.OfferComposed;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Municipality;

/**
 * Aanbod op maat for one victim, with the facts it was composed from.
 *
 * @param revision 1 for the first; rises when an outcome changes
 */
public record TailoredOffer(
        UUID id,
        UUID caseId,
        UUID robberyId,
        Municipality municipality,
        int revision,
        String ruleVersion,
        Facts facts,
        List<OfferLine> lines) {

    public TailoredOffer {
        lines = List.copyOf(lines);
    }

    /** The first offer for a victim. */
    public static Decision<TailoredOffer, OfferEvent> compose(
            UUID id, UUID caseId, UUID robberyId, Municipality municipality, Facts facts, RuleBook rules) {
        var offer =
                new TailoredOffer(id, caseId, robberyId, municipality, 1, rules.version(), facts, rules.apply(facts));
        return Decision.accepted(offer, new OfferComposed(offer));
    }

    /** Composes it anew after a fact or the rules changed; what changes no line is kept without telling. */
    public Decision<TailoredOffer, OfferEvent> recompose(UnaryOperator<Facts> change, RuleBook rules) {
        var changed = change.apply(facts);
        var newLines = rules.apply(changed);
        if (newLines.equals(lines)) {
            return Decision.unchanged(with(revision, rules.version(), changed, lines));
        }
        var offer = with(revision + 1, rules.version(), changed, newLines);
        return Decision.accepted(offer, new OfferComposed(offer));
    }

    private TailoredOffer with(int newRevision, String newVersion, Facts newFacts, List<OfferLine> newLines) {
        return new TailoredOffer(id, caseId, robberyId, municipality, newRevision, newVersion, newFacts, newLines);
    }
}
