package nl.aftercare.offers.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.aftercare.contracts.offers.SchemeEvent;
import nl.aftercare.contracts.offers.SchemeEvent.SchemeEnds;
import nl.aftercare.offers.domain.LocalSchemes.Ending;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service about the schemes of a municipality. */
@ApplicationScoped
public class SchemeEventWriter {

    /** @param label of the measure, in Dutch */
    public OutgoingEvent write(Municipality municipality, Ending ending, String label) {
        var key = UUID.nameUUIDFromBytes(municipality.code().getBytes(StandardCharsets.UTF_8));
        return new OutgoingEvent(
                SchemeEvent.TOPIC,
                SchemeEnds.TYPE,
                key,
                key,
                municipality,
                new SchemeEnds(ending.measure(), label, ending.on()));
    }
}
