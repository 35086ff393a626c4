package nl.aftercare.contracts.offers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.Required;
import nl.aftercare.contracts.WireEvent;

/** What offer-service tells. */
public sealed interface OfferEvent extends WireEvent {
    String TOPIC = "aftercare.offers.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends OfferEvent>> TYPES = Map.of(
            OfferComposed.TYPE,
            OfferComposed.class,
            MeasureProgressed.TYPE,
            MeasureProgressed.class,
            OfferDataErased.TYPE,
            OfferDataErased.class);

    /** Outcome of one measure (domain.md 2.5). */
    enum Outcome {
        OFFER,
        ENQUIRE,
        COORDINATE,
        INFORM,
        ALREADY_COVERED,
        BLOCKED,
        NOT_APPLICABLE
    }

    /** @param measure code of domain.md section 2, such as {@code restorative-mediation} */
    record Line(String measure, Outcome outcome) {
        public Line {
            Required.of("measure", measure, "outcome", outcome);
        }
    }

    /**
     * The tailored offer of one victim was composed, or composed anew after a fact changed. Subject: the offer.
     *
     * @param revision 1 for the first; rises with each change
     * @param ruleVersion version of the rules that decided
     */
    record OfferComposed(UUID robberyId, UUID caseId, UUID offerId, int revision, String ruleVersion, List<Line> lines)
            implements OfferEvent {
        public static final String TYPE = "nl.aftercare.offers.offer-composed.v1";

        public OfferComposed {
            Required.of(
                    "robberyId",
                    robberyId,
                    "caseId",
                    caseId,
                    "offerId",
                    offerId,
                    "ruleVersion",
                    ruleVersion,
                    "lines",
                    lines);
            lines = List.copyOf(lines);
        }
    }

    /** What can happen with a measure; the last two are looks back at whether it helped. */
    enum Step {
        ACCEPTED,
        DECLINED,
        REFERRED,
        REFERRAL_ACCEPTED,
        REFERRAL_REJECTED,
        REFERRAL_REVOKED,
        REFERRAL_DONE,
        DELIVERED,
        SEEN_MOUNTED,
        NOT_DELIVERED,
        SIX_WEEKS_LATER,
        SIX_MONTHS_LATER
    }

    /**
     * Something happened with a measure that was proposed to a victim. Subject: the offer.
     *
     * @param measure code, such as {@code door-chain}
     * @param label the measure in Dutch, for people
     * @param on europe/Amsterdam
     */
    record MeasureProgressed(
            UUID robberyId, UUID caseId, UUID offerId, String measure, String label, Step step, LocalDate on)
            implements OfferEvent {
        public static final String TYPE = "nl.aftercare.offers.measure-progressed.v1";

        public MeasureProgressed {
            Required.of(
                    "robberyId",
                    robberyId,
                    "caseId",
                    caseId,
                    "offerId",
                    offerId,
                    "measure",
                    measure,
                    "label",
                    label,
                    "step",
                    step,
                    "on",
                    on);
        }
    }

    /**
     * What offer-service held of a victim was erased. Subject: the case.
     *
     * @param erasedOn europe/Amsterdam
     * @param records how many things were erased; 0 when this service held nothing of the victim
     */
    record OfferDataErased(UUID robberyId, UUID caseId, LocalDate erasedOn, int records) implements OfferEvent {
        public static final String TYPE = "nl.aftercare.offers.offer-data-erased.v1";

        public OfferDataErased {
            Required.of("robberyId", robberyId, "caseId", caseId, "erasedOn", erasedOn);
        }
    }
}
