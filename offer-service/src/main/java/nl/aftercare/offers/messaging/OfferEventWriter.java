package nl.aftercare.offers.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.offers.OfferEvent.Line;
import nl.aftercare.contracts.offers.OfferEvent.MeasureProgressed;
import nl.aftercare.contracts.offers.OfferEvent.OfferComposed;
import nl.aftercare.contracts.offers.OfferEvent.OfferDataErased;
import nl.aftercare.contracts.offers.OfferEvent.Outcome;
import nl.aftercare.contracts.offers.OfferEvent.Step;
import nl.aftercare.offers.domain.OfferEvent;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a domain event: ids, codes and dates. */
@ApplicationScoped
public class OfferEventWriter {

    public List<OutgoingEvent> write(List<OfferEvent> events) {
        return events.stream().map(OfferEventWriter::write).toList();
    }

    private static OutgoingEvent write(OfferEvent event) {
        return switch (event) {
            case OfferEvent.OfferComposed(var offer) ->
                new OutgoingEvent(
                        nl.aftercare.contracts.offers.OfferEvent.TOPIC,
                        OfferComposed.TYPE,
                        offer.robberyId(),
                        offer.id(),
                        offer.municipality(),
                        wire(offer));
            case OfferEvent.MeasureProgressed(var offer, var measure, var label, var step) ->
                new OutgoingEvent(
                        nl.aftercare.contracts.offers.OfferEvent.TOPIC,
                        MeasureProgressed.TYPE,
                        offer.robberyId(),
                        offer.id(),
                        offer.municipality(),
                        new MeasureProgressed(
                                offer.robberyId(),
                                offer.caseId(),
                                offer.id(),
                                measure,
                                label,
                                Step.valueOf(step.kind().name()),
                                step.on()));
            case OfferEvent.OfferErased(var municipality, var robberyId, var caseId, var on, var offers) ->
                new OutgoingEvent(
                        nl.aftercare.contracts.offers.OfferEvent.TOPIC,
                        OfferDataErased.TYPE,
                        robberyId,
                        caseId,
                        municipality,
                        new OfferDataErased(robberyId, caseId, on, offers));
        };
    }

    private static OfferComposed wire(TailoredOffer offer) {
        var lines = offer.lines().stream()
                .map(line ->
                        new Line(line.measure(), Outcome.valueOf(line.outcome().name())))
                .toList();
        return new OfferComposed(
                offer.robberyId(), offer.caseId(), offer.id(), offer.revision(), offer.ruleVersion(), lines);
    }
}
