package nl.aftercare.neighbourhood.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ActionStatus;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowAtRisk;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowBreached;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowNears;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.Mark;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCancelled;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourText;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourTextApproved;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodActionRecorded;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodDataErased;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodPlanOpened;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.PartnerKind;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.RiskReason;
import nl.aftercare.neighbourhood.domain.ClockMoment;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a domain event: ids, codes and dates. */
@ApplicationScoped
public class PlanEventWriter {

    public List<OutgoingEvent> write(List<PlanEvent> events) {
        return events.stream().map(PlanEventWriter::write).toList();
    }

    private static OutgoingEvent write(PlanEvent event) {
        return switch (event) {
            case PlanEvent.PlanOpened(var outline) -> outgoing(NeighbourhoodPlanOpened.TYPE, outline, wire(outline));
            case PlanEvent.MeetingArranged(var plan) -> outgoing(MeetingArranged.TYPE, plan.outline(), wire(plan));
            case PlanEvent.MeetingCancelled(var outline, var on) ->
                outgoing(MeetingCancelled.TYPE, outline, new MeetingCancelled(outline.robberyId(), outline.id(), on));
            case PlanEvent.ActionRecorded(var outline, var action, var step) ->
                outgoing(
                        NeighbourhoodActionRecorded.TYPE,
                        outline,
                        new NeighbourhoodActionRecorded(
                                outline.robberyId(),
                                outline.id(),
                                action.code(),
                                ActionStatus.valueOf(step.status().name()),
                                step.on()));
            case PlanEvent.WindowStruck(var outline, var moment) -> wire(outline, moment);
            case PlanEvent.WindowAtRisk(var outline, var forecast) ->
                outgoing(
                        ArrangementWindowAtRisk.TYPE,
                        outline,
                        new ArrangementWindowAtRisk(
                                outline.robberyId(),
                                outline.id(),
                                outline.window().limitOn(),
                                forecast.expectedOn(),
                                RiskReason.valueOf(forecast.basis().name())));
            case PlanEvent.TextApproved(var outline, var text, int addresses) ->
                outgoing(
                        NeighbourTextApproved.TYPE,
                        outline,
                        new NeighbourTextApproved(
                                outline.robberyId(), outline.id(), NeighbourText.valueOf(text.name()), addresses));
            case PlanEvent.VictimForgotten(var municipality, var robberyId, var caseId, var on) ->
                new OutgoingEvent(
                        NeighbourhoodEvent.TOPIC,
                        NeighbourhoodDataErased.TYPE,
                        robberyId,
                        caseId,
                        municipality,
                        new NeighbourhoodDataErased(robberyId, caseId, on, 0));
        };
    }

    private static OutgoingEvent wire(Outline outline, ClockMoment moment) {
        return switch (moment) {
            case TARGET_NEAR -> nears(outline, Mark.TARGET);
            case LIMIT_NEAR -> nears(outline, Mark.LIMIT);
            case BREACHED ->
                outgoing(
                        ArrangementWindowBreached.TYPE,
                        outline,
                        new ArrangementWindowBreached(
                                outline.robberyId(),
                                outline.id(),
                                outline.window().limitOn()));
        };
    }

    private static OutgoingEvent nears(Outline outline, Mark mark) {
        var window = outline.window();
        return outgoing(
                ArrangementWindowNears.TYPE,
                outline,
                new ArrangementWindowNears(
                        outline.robberyId(),
                        outline.id(),
                        mark,
                        mark == Mark.TARGET ? window.targetOn() : window.limitOn()));
    }

    private static OutgoingEvent outgoing(String type, Outline outline, NeighbourhoodEvent data) {
        return new OutgoingEvent(
                NeighbourhoodEvent.TOPIC, type, outline.robberyId(), outline.id(), outline.municipality(), data);
    }

    private static NeighbourhoodPlanOpened wire(Outline outline) {
        return new NeighbourhoodPlanOpened(
                outline.robberyId(),
                outline.id(),
                outline.partnerKinds().stream().map(PlanEventWriter::wire).toList(),
                outline.window().targetOn(),
                outline.window().limitOn());
    }

    private static MeetingArranged wire(Arranged plan) {
        var arrangement = plan.arrangement();
        return new MeetingArranged(
                plan.outline().robberyId(),
                plan.outline().id(),
                arrangement.partnerId(),
                wire(arrangement.partnerKind()),
                arrangement.agreedOn(),
                arrangement.startsAt(),
                plan.isInTime(),
                plan.revision());
    }

    private static PartnerKind wire(nl.aftercare.neighbourhood.domain.PartnerKind kind) {
        return PartnerKind.valueOf(kind.name());
    }
}
