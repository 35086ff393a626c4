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
    Map<String, Class<? extends NeighbourhoodEvent>> TYPES = Map.ofEntries(
            Map.entry(NeighbourhoodPlanOpened.TYPE, NeighbourhoodPlanOpened.class),
            Map.entry(NeighbourhoodActionRecorded.TYPE, NeighbourhoodActionRecorded.class),
            Map.entry(ArrangementWindowNears.TYPE, ArrangementWindowNears.class),
            Map.entry(ArrangementWindowAtRisk.TYPE, ArrangementWindowAtRisk.class),
            Map.entry(NeighbourTextApproved.TYPE, NeighbourTextApproved.class),
            Map.entry(ArrangementWindowBreached.TYPE, ArrangementWindowBreached.class),
            Map.entry(MeetingDateAsked.TYPE, MeetingDateAsked.class),
            Map.entry(MeetingAnswered.TYPE, MeetingAnswered.class),
            Map.entry(MeetingArranged.TYPE, MeetingArranged.class),
            Map.entry(MeetingCancelled.TYPE, MeetingCancelled.class),
            Map.entry(MeetingInvited.TYPE, MeetingInvited.class),
            Map.entry(MeetingCalledOff.TYPE, MeetingCalledOff.class),
            Map.entry(MeetingHeld.TYPE, MeetingHeld.class),
            Map.entry(NeighbourhoodDataErased.TYPE, NeighbourhoodDataErased.class));

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

    /** What an expectation rests on. */
    enum RiskReason {
        NOBODY_ASKED,
        WAITING_FOR_ANSWERS,
        NO_DATE_SUITS
    }

    /**
     * If all goes on as it does, nothing will be agreed within the window; told days before, once for a limit. Subject: the plan.
     *
     * @param limitOn the last day in time, Europe/Amsterdam
     * @param expectedOn when something will be agreed, Europe/Amsterdam
     */
    record ArrangementWindowAtRisk(
            UUID robberyId, UUID planId, LocalDate limitOn, LocalDate expectedOn, RiskReason reason)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.arrangement-window-at-risk.v1";

        public ArrangementWindowAtRisk {
            Required.of(
                    "robberyId",
                    robberyId,
                    "planId",
                    planId,
                    "limitOn",
                    limitOn,
                    "expectedOn",
                    expectedOn,
                    "reason",
                    reason);
        }
    }

    /** Which text to the neighbours: that there was a robbery, or to come to the meeting. */
    enum NeighbourText {
        NOTICE,
        INVITATION
    }

    /**
     * A text to the neighbours was approved after the police read it: it may be sent as it is. Subject: the plan.
     *
     * @param addresses how many it goes to
     */
    record NeighbourTextApproved(UUID robberyId, UUID planId, NeighbourText text, int addresses)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.neighbour-text-approved.v1";

        public NeighbourTextApproved {
            Required.of("robberyId", robberyId, "planId", planId, "text", text);
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

    /**
     * What was agreed about a meeting falls away, and something has to be agreed again. Subject: the plan.
     *
     * @param cancelledOn Europe/Amsterdam
     */
    record MeetingCancelled(UUID robberyId, UUID planId, LocalDate cancelledOn) implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-cancelled.v1";

        public MeetingCancelled {
            Required.of("robberyId", robberyId, "planId", planId, "cancelledOn", cancelledOn);
        }
    }

    /**
     * A partner takes part in a meeting, or it changed for it: its calendar entry is this now. Subject: the meeting.
     *
     * @param startsAt UTC
     * @param endsAt UTC
     * @param sequence of the calendar entry (RFC 5545): the higher one counts
     */
    record MeetingInvited(
            UUID robberyId, UUID meetingId, UUID partnerId, Instant startsAt, Instant endsAt, int sequence)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-invited.v1";

        public MeetingInvited {
            Required.of(
                    "robberyId",
                    robberyId,
                    "meetingId",
                    meetingId,
                    "partnerId",
                    partnerId,
                    "startsAt",
                    startsAt,
                    "endsAt",
                    endsAt);
        }
    }

    /**
     * A partner need not come any more: its calendar entry goes. Subject: the meeting.
     *
     * @param startsAt UTC
     * @param endsAt UTC
     * @param sequence of the calendar entry (RFC 5545): the higher one counts
     */
    record MeetingCalledOff(
            UUID robberyId, UUID meetingId, UUID partnerId, Instant startsAt, Instant endsAt, int sequence)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-called-off.v1";

        public MeetingCalledOff {
            Required.of(
                    "robberyId",
                    robberyId,
                    "meetingId",
                    meetingId,
                    "partnerId",
                    partnerId,
                    "startsAt",
                    startsAt,
                    "endsAt",
                    endsAt);
        }
    }

    /** What a partner says about the proposed dates. */
    enum PartnerAnswer {
        ACCEPTED,
        DECLINED,
        COUNTERED
    }

    /**
     * A partner is asked which of the proposed dates suit. Subject: the meeting.
     *
     * @param round 1 for the first dates; rises when others are proposed
     */
    record MeetingDateAsked(UUID robberyId, UUID meetingId, UUID partnerId, int round) implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-date-asked.v1";

        public MeetingDateAsked {
            Required.of("robberyId", robberyId, "meetingId", meetingId, "partnerId", partnerId);
        }
    }

    /** A partner answered which of the proposed dates suit. Subject: the meeting. */
    record MeetingAnswered(UUID robberyId, UUID meetingId, UUID partnerId, PartnerAnswer answer)
            implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-answered.v1";

        public MeetingAnswered {
            Required.of("robberyId", robberyId, "meetingId", meetingId, "partnerId", partnerId, "answer", answer);
        }
    }

    /**
     * A meeting was held. Subject: the meeting.
     *
     * @param heldOn Europe/Amsterdam
     * @param attended how many people came
     */
    record MeetingHeld(UUID robberyId, UUID meetingId, LocalDate heldOn, int attended) implements NeighbourhoodEvent {
        public static final String TYPE = "nl.aftercare.neighbourhood.meeting-held.v1";

        public MeetingHeld {
            Required.of("robberyId", robberyId, "meetingId", meetingId, "heldOn", heldOn);
        }
    }
}
