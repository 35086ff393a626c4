package nl.aftercare.contracts.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.Required;
import nl.aftercare.contracts.WireEvent;
import org.jspecify.annotations.Nullable;

/** What case-service tells. */
public sealed interface CaseEvent extends WireEvent {
    String TOPIC = "aftercare.cases.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends CaseEvent>> TYPES =
            Map.of(RobberyReported.TYPE, RobberyReported.class, VictimContacted.TYPE, VictimContacted.class);

    enum RobberyKind {
        COMMERCIAL,
        RESIDENTIAL
    }

    enum Severity {
        STANDARD,
        SERIOUS
    }

    enum Fact {
        YES,
        NO,
        UNKNOWN
    }

    enum Unrest {
        LOW,
        HIGH,
        UNKNOWN
    }

    /** Of the homes around a residential robbery, not of the victim's own. */
    enum SurroundingsTenure {
        RENTED,
        OWNER_OCCUPIED,
        MIXED,
        UNKNOWN
    }

    enum ContactParty {
        VICTIM_SUPPORT,
        BRANCH_ORGANISATION
    }

    /**
     * A robbery was reported and a case opened for each victim. Subject: the robbery.
     *
     * @param occurredOn calendar date in Europe/Amsterdam
     * @param reportedAt when the municipality got to know
     * @param caseIds one aftercare case per victim; empty when no victim is known
     */
    record RobberyReported(
            UUID robberyId,
            RobberyKind kind,
            LocalDate occurredOn,
            Instant reportedAt,
            Severity severity,
            Fact suspectKnown,
            Fact solved,
            Unrest unrest,
            SurroundingsTenure surroundingsTenure,
            Fact safeBusinessArea,
            List<UUID> caseIds)
            implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.robbery-reported.v1";

        public RobberyReported {
            Required.of(
                    "robberyId",
                    robberyId,
                    "kind",
                    kind,
                    "occurredOn",
                    occurredOn,
                    "reportedAt",
                    reportedAt,
                    "severity",
                    severity,
                    "suspectKnown",
                    suspectKnown,
                    "solved",
                    solved,
                    "unrest",
                    unrest,
                    "surroundingsTenure",
                    surroundingsTenure,
                    "safeBusinessArea",
                    safeBusinessArea,
                    "caseIds",
                    caseIds);
            caseIds = List.copyOf(caseIds);
        }
    }

    /**
     * It became known whether a first-line party has been in contact with a victim (domain.md 1.6, X4). Subject: the case.
     *
     * @param contacted never {@code UNKNOWN}: that it is unknown is no news
     * @param contactedOn when there was contact, and the date is known; Europe/Amsterdam
     */
    record VictimContacted(
            UUID robberyId,
            UUID caseId,
            ContactParty party,
            Fact contacted,
            @Nullable LocalDate contactedOn) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.victim-contacted.v1";

        public VictimContacted {
            Required.of("robberyId", robberyId, "caseId", caseId, "party", party, "contacted", contacted);
        }
    }
}
