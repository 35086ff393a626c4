package nl.aftercare.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.persistence.Timeline;
import nl.aftercare.cases.persistence.Timeline.Step;
import nl.aftercare.contracts.WireEvent;
import nl.aftercare.contracts.offers.OfferEvent.OfferDataErased;
import nl.aftercare.platform.inbox.IncomingEvent;

@ApplicationScoped
class KeepStep {
    private final Timeline timeline;
    private final WireEvents events;

    KeepStep(Timeline timeline, WireEvents events) {
        this.timeline = timeline;
        this.events = events;
    }

    <E extends WireEvent> Uni<Void> keep(IncomingEvent<E> event) {
        var data = event.data();
        var kept = timeline.append(
                event.municipality(),
                new Step(event.id(), data.robberyId(), event.time(), events.type(data), events.write(data)));
        // by the order of the key, all that offer-service told of the victim came before
        return data instanceof OfferDataErased erased
                ? kept.chain(() -> timeline.forget(erased.robberyId(), erased.caseId()))
                : kept;
    }
}
