package nl.aftercare.contracts.neighbourhood;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.Required;
import nl.aftercare.contracts.WireEvent;

/** What neighbourhood-service tells. */
public sealed interface NeighbourhoodEvent extends WireEvent {
    String TOPIC = "aftercare.neighbourhood.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends NeighbourhoodEvent>> TYPES = Map.of(
            NeighbourhoodPlanOpened.TYPE,
            NeighbourhoodPlanOpened.class,
            NeighbourhoodActionRecorded.TYPE,
            NeighbourhoodActionRecorded.class,
            ArrangementWindowNears.TYPE,
            ArrangementWindowNears.class,
            ArrangementWindowBreached.TYPE,
            ArrangementWindowBreached.class,
            MeetingArranged.TYPE,
            MeetingArranged.class,
            NeighbourhoodDataErased.TYPE,
            NeighbourhoodDataErased.class);

    enum PartnerKind {
        BUSINESS_ASSOCIATION,
        HOUSING_CORPORATION,
        OWNERS_ASSOCIATION,
        POLICE,
        SAFE_BUSINESS_PLATFORM
    }

    /**
     * The neighbourhood track of a robbery began. Subject: the plan.
     *
     * @param partnerKinds with whom the meeting is to be arranged
     * @param targetOn by when arrangements are wanted: 14 days after the robbery
     * @param limitOn last day on which arrangements are in time: 21 days after the robbery
     */
    record NeighbourhoodPlanOpened(
            UUID robberyId, UUID planId, List<PartnerKind> partnerKinds, LocalDate targetOn, LocalDate limitOn)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.neighbourhood-plan-opened.v1";

        public NeighbourhoodPlanOpened {
            Required.of(
                    "robberyId",
                    robberyId,
                    "planId",
                    planId,
                    "partnerKinds",
                    partnerKinds,
                    "targetOn",
                    targetOn,
                    "limitOn",
                    limitOn);
            partnerKinds = List.copyOf(partnerKinds);
        }
    }

    /** Which day of the window: the wanted one, or the last one. */
    enum Mark {
        TARGET,
        LIMIT
    }

    /**
     * Nothing is agreed about a meeting, and the last working day before a mark of the window is there. Subject: the plan.
     *
     * @param markOn the day itself, Europe/Amsterdam
     */
    record ArrangementWindowNears(UUID robberyId, UUID planId, Mark mark, LocalDate markOn)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.arrangement-window-nears.v1";

        public ArrangementWindowNears {
            Required.of("robberyId", robberyId, "planId", planId, "mark", mark, "markOn", markOn);
        }
    }

    /**
     * The limit of the window passed and nothing is agreed; a meeting is still possible. Subject: the plan.
     *
     * @param limitOn the last day in time, Europe/Amsterdam
     */
    record ArrangementWindowBreached(UUID robberyId, UUID planId, LocalDate limitOn) implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.arrangement-window-breached.v1";

        public ArrangementWindowBreached {
            Required.of("robberyId", robberyId, "planId", planId, "limitOn", limitOn);
        }
    }

    /** How it is with an action. */
    enum ActionStatus {
        DONE,
        NOT_NEEDED
    }

    /**
     * An action for the neighbourhood was done, or was not needed. Subject: the plan.
     *
     * @param action code, such as {@code inform-residents}
     * @param on europe/Amsterdam
     */
    record NeighbourhoodActionRecorded(UUID robberyId, UUID planId, String action, ActionStatus status, LocalDate on)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.neighbourhood-action-recorded.v1";

        public NeighbourhoodActionRecorded {
            Required.of("robberyId", robberyId, "planId", planId, "action", action, "status", status, "on", on);
        }
    }

    /**
     * A meeting was agreed with a partner. Subject: the plan.
     *
     * @param partnerId entry of the partner directory of neighbourhood-service
     * @param agreedOn when the arrangement was made: what the window is judged on (domain.md T4); Europe/Amsterdam
     * @param startsAt when the meeting will begin
     * @param withinWindow whether {@code agreedOn} was not after the limit
     * @param revision 1 for the first arrangement; rises when it is replaced
     */
    record MeetingArranged(
            UUID robberyId,
            UUID planId,
            UUID partnerId,
            PartnerKind partnerKind,
            LocalDate agreedOn,
            Instant startsAt,
            boolean withinWindow,
            int revision)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-arranged.v1";

        public MeetingArranged {
            Required.of(
                    "robberyId",
                    robberyId,
                    "planId",
                    planId,
                    "partnerId",
                    partnerId,
                    "partnerKind",
                    partnerKind,
                    "agreedOn",
                    agreedOn,
                    "startsAt",
                    startsAt);
        }
    }

    /**
     * What neighbourhood-service held of a victim was erased. Subject: the case.
     *
     * @param erasedOn europe/Amsterdam
     * @param records how many things were erased; 0 when this service held nothing of the victim
     */
    record NeighbourhoodDataErased(UUID robberyId, UUID caseId, LocalDate erasedOn, int records)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.neighbourhood-data-erased.v1";

        public NeighbourhoodDataErased {
            Required.of("robberyId", robberyId, "caseId", caseId, "erasedOn", erasedOn);
        }
    }
}
