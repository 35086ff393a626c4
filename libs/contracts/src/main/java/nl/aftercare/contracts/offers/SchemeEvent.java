package nl.aftercare.contracts.offers;

import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.contracts.Required;

/** What offer-service tells of the schemes of a municipality. No robbery is concerned: the key is made from the municipality. */
public sealed interface SchemeEvent {
    String TOPIC = "aftercare.schemes.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends SchemeEvent>> TYPES = Map.of(SchemeEnds.TYPE, SchemeEnds.class);

    /**
     * A scheme of a municipality ends within thirty days, and nothing was settled for afterwards. Subject: the municipality.
     *
     * @param measure code of the measure that it is for
     * @param label the measure in Dutch, for people
     * @param endsOn its last day, Europe/Amsterdam
     */
    record SchemeEnds(String measure, String label, LocalDate endsOn) implements SchemeEvent {
        public static final String TYPE = "nl.aftercare.schemes.scheme-ends.v1";

        public SchemeEnds {
            Required.of("measure", measure, "label", label, "endsOn", endsOn);
        }
    }
}
