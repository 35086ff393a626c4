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
    Map<String, Class<? extends CaseEvent>> TYPES = Map.ofEntries(
            Map.entry(RobberyReported.TYPE, RobberyReported.class),
            Map.entry(RobberyChanged.TYPE, RobberyChanged.class),
            Map.entry(AftercareDecided.TYPE, AftercareDecided.class),
            Map.entry(VisitWillingnessRecorded.TYPE, VisitWillingnessRecorded.class),
            Map.entry(FirstVisitHeld.TYPE, FirstVisitHeld.class),
            Map.entry(VictimContacted.TYPE, VictimContacted.class),
            Map.entry(SupportNeedAssessed.TYPE, SupportNeedAssessed.class),
            Map.entry(CaseEvaluated.TYPE, CaseEvaluated.class),
            Map.entry(CaseClosed.TYPE, CaseClosed.class),
            Map.entry(CaseReopened.TYPE, CaseReopened.class),
            Map.entry(PersonalDataErased.TYPE, PersonalDataErased.class),
            Map.entry(RobberyMerged.TYPE, RobberyMerged.class));

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

    /** One neutral way to withhold; no reason is told. */
    enum DecisionResult {
        GRANTED_WITH_VISIT,
        GRANTED_WITHOUT_VISIT,
        WITHHELD
    }

    /** Who visited on behalf of the municipality. */
    enum Visitor {
        COORDINATOR,
        MUNICIPAL_REPRESENTATIVE,
        MAYOR
    }

    /** Of the victim's own home; {@code RENTED} is of a housing corporation. */
    enum Tenure {
        RENTED,
        RENTED_PRIVATE,
        OWNER_OCCUPIED,
        UNKNOWN
    }

    /** How a case ended; never why. */
    enum Outcome {
        COMPLETED,
        LIMITED_TO_FIRST_LINE,
        WITHHELD,
        UNREACHABLE,
        NOT_A_ROBBERY,
        MERGED
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
     * Something else is known of a robbery now: corrected, reclassified, solved, a hearing planned, a victim added. Tells all that
     * is known, not the difference. Subject: the robbery.
     *
     * @param revision rises with every change; the report was 1
     * @param robbery {@code NO} when it was no robbery after all
     * @param occurredOn calendar date in Europe/Amsterdam
     * @param policeObjection whether the police object to a visit; never why
     * @param hearingOn day of the hearing in court, when known; Europe/Amsterdam
     * @param caseIds of all victims that are known, in the order in which they became known
     */
    record RobberyChanged(
            UUID robberyId,
            int revision,
            Fact robbery,
            RobberyKind kind,
            LocalDate occurredOn,
            Severity severity,
            Fact suspectKnown,
            Fact solved,
            Unrest unrest,
            SurroundingsTenure surroundingsTenure,
            Fact safeBusinessArea,
            Fact policeObjection,
            @Nullable LocalDate hearingOn,
            List<UUID> caseIds)
            implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.robbery-changed.v1";

        public RobberyChanged {
            Required.of(
                    "robberyId",
                    robberyId,
                    "robbery",
                    robbery,
                    "kind",
                    kind,
                    "occurredOn",
                    occurredOn,
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
                    "policeObjection",
                    policeObjection,
                    "caseIds",
                    caseIds);
            caseIds = List.copyOf(caseIds);
        }
    }

    /**
     * It was decided whether the municipality gives aftercare to a victim; never why. Subject: the case.
     *
     * @param decidedOn Europe/Amsterdam
     */
    record AftercareDecided(UUID robberyId, UUID caseId, DecisionResult result, LocalDate decidedOn)
            implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.aftercare-decided.v1";

        public AftercareDecided {
            Required.of("robberyId", robberyId, "caseId", caseId, "result", result, "decidedOn", decidedOn);
        }
    }

    /**
     * A victim said whether they want a visit, withdrew, or could not be reached. Subject: the case.
     *
     * @param willing {@code NO} also after a withdrawal; {@code UNKNOWN} when the victim could not be reached
     */
    record VisitWillingnessRecorded(UUID robberyId, UUID caseId, Fact willing) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.visit-willingness-recorded.v1";

        public VisitWillingnessRecorded {
            Required.of("robberyId", robberyId, "caseId", caseId, "willing", willing);
        }
    }

    /**
     * The municipality visited a victim for the first time. Subject: the case.
     *
     * @param heldOn Europe/Amsterdam
     */
    record FirstVisitHeld(UUID robberyId, UUID caseId, Visitor visitor, LocalDate heldOn) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.first-visit-held.v1";

        public FirstVisitHeld {
            Required.of("robberyId", robberyId, "caseId", caseId, "visitor", visitor, "heldOn", heldOn);
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

    /**
     * A victim was asked about their need, during the visit. Tells all answers. Subject: the case.
     *
     * @param homeInsecure whether the home of the victim is insecure
     * @param entrepreneur whether the victim is an entrepreneur
     * @param tenure of the victim's own home
     * @param hardship whether it is a harrowing case
     * @param cashHandled whether the business handles cash
     * @param helpWithForms whether the victim wants help with forms
     * @param talkWithOffender whether the victim would benefit from a talk with the offender
     */
    record SupportNeedAssessed(
            UUID robberyId,
            UUID caseId,
            Fact homeInsecure,
            Fact entrepreneur,
            Tenure tenure,
            Fact hardship,
            Fact cashHandled,
            Fact helpWithForms,
            Fact talkWithOffender)
            implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.support-need-assessed.v1";

        public SupportNeedAssessed {
            Required.of(
                    "robberyId",
                    robberyId,
                    "caseId",
                    caseId,
                    "homeInsecure",
                    homeInsecure,
                    "entrepreneur",
                    entrepreneur,
                    "tenure",
                    tenure,
                    "hardship",
                    hardship,
                    "cashHandled",
                    cashHandled,
                    "helpWithForms",
                    helpWithForms,
                    "talkWithOffender",
                    talkWithOffender);
        }
    }

    /**
     * It was evaluated whether the aftercare of a victim reached its goals. Subject: the case.
     *
     * @param attention whether victim and surroundings got adequate attention
     * @param measuresCarriedOut whether the advised measures were carried out
     * @param feelsSafe whether the feeling of safety was restored
     * @param informationForApproach whether it gave information for the overall approach
     * @param evaluatedOn europe/Amsterdam
     */
    record CaseEvaluated(
            UUID robberyId,
            UUID caseId,
            Fact attention,
            Fact measuresCarriedOut,
            Fact feelsSafe,
            Fact informationForApproach,
            LocalDate evaluatedOn)
            implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.case-evaluated.v1";

        public CaseEvaluated {
            Required.of(
                    "robberyId",
                    robberyId,
                    "caseId",
                    caseId,
                    "attention",
                    attention,
                    "measuresCarriedOut",
                    measuresCarriedOut,
                    "feelsSafe",
                    feelsSafe,
                    "informationForApproach",
                    informationForApproach,
                    "evaluatedOn",
                    evaluatedOn);
        }
    }

    /**
     * A case was closed: nothing is left to be done. Subject: the case.
     *
     * @param outcome how it ended; never why
     * @param closedOn europe/Amsterdam
     */
    record CaseClosed(UUID robberyId, UUID caseId, Outcome outcome, LocalDate closedOn) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.case-closed.v1";

        public CaseClosed {
            Required.of("robberyId", robberyId, "caseId", caseId, "outcome", outcome, "closedOn", closedOn);
        }
    }

    /**
     * A closed case was opened again. Subject: the case.
     */
    record CaseReopened(UUID robberyId, UUID caseId) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.case-reopened.v1";

        public CaseReopened {
            Required.of("robberyId", robberyId, "caseId", caseId);
        }
    }

    /**
     * The personal data of a victim was erased, after its term. Every other service erases what it holds and tells so. Subject: the case.
     *
     * @param erasedOn europe/Amsterdam
     */
    record PersonalDataErased(UUID robberyId, UUID caseId, LocalDate erasedOn) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.personal-data-erased.v1";

        public PersonalDataErased {
            Required.of("robberyId", robberyId, "caseId", caseId, "erasedOn", erasedOn);
        }
    }

    /**
     * A coordinator found that a robbery is the same incident as another one; all goes on there.
     *
     * @param keptRobberyId the robbery under which all goes on
     */
    record RobberyMerged(UUID robberyId, UUID keptRobberyId) implements CaseEvent {
        public static final String TYPE = "nl.aftercare.cases.robbery-merged.v1";

        public RobberyMerged {
            Required.of("robberyId", robberyId, "keptRobberyId", keptRobberyId);
        }
    }
}
