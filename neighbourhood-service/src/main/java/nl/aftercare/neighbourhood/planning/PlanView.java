package nl.aftercare.neighbourhood.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Action;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.Anchor;
import nl.aftercare.neighbourhood.domain.Audience;
import nl.aftercare.neighbourhood.domain.BreachReason;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.ActionStatus;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.neighbourhood.domain.Standing;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.platform.kernel.WorkingDays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan for the coordinator.
 *
 * @param partnerKinds with whom the meeting is arranged
 * @param fallbackKinds with whom, where no such partner exists
 * @param invitedKinds who is asked to take part beside them
 * @param windowFrom day 0 of the term, and {@code anchor} what happened on it
 * @param audience who is told and asked; null until it was settled
 * @param breachReason why nothing was agreed in time; null until somebody said so
 * @param targetOn by when arrangements are wanted, Europe/Amsterdam
 * @param limitOn last day on which arrangements are in time
 * @param standing how it is with the window today
 * @param advice what to do about the window today, in plain Dutch (B1)
 * @param reason why these partners and this term, in plain Dutch (B1)
 */
@Schema(name = "NeighbourhoodPlan")
public record PlanView(
        UUID id,
        UUID robberyId,
        String municipality,
        LocalDate robbedOn,
        LocalDate windowFrom,
        Anchor.Event anchor,
        Unrest unrest,
        List<PartnerKind> partnerKinds,
        List<PartnerKind> fallbackKinds,
        List<PartnerKind> invitedKinds,
        LocalDate targetOn,
        LocalDate limitOn,
        String reason,
        Standing standing,
        String advice,
        @Nullable Audience audience,
        @Nullable BreachReason breachReason,
        @Nullable ArrangementView arrangement,
        List<ActionView> actions) {

    /**
     * An action for the neighbourhood.
     *
     * @param action code
     * @param label in Dutch
     * @param dueOn by when it serves best, Europe/Amsterdam
     * @param on when it was done, or found not to be needed
     * @param owner who takes it up: subject of the token; null for the coordinators together
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "NeighbourhoodAction")
    public record ActionView(
            String action,
            String label,
            ActionStatus status,
            LocalDate dueOn,
            @Nullable LocalDate on,
            @Nullable Reason reason,
            @Nullable String owner,
            String source) {}

    /** @param withinWindow whether it was agreed in time */
    @Schema(name = "PlannedArrangement")
    public record ArrangementView(
            UUID partnerId, PartnerKind partnerKind, LocalDate agreedOn, Instant startsAt, boolean withinWindow) {}

    /** @param today Europe/Amsterdam */
    static PlanView of(NeighbourhoodPlan plan, LocalDate today, WorkingDays days) {
        var outline = plan.outline();
        var standing = plan.standing(today, days);
        return new PlanView(
                outline.id(),
                outline.robberyId(),
                outline.municipality().code(),
                outline.robbedOn(),
                outline.dayZero(),
                outline.anchor().event(),
                outline.unrest(),
                outline.partnerKinds(),
                PartnerKind.fallbacks(outline.kind()),
                PartnerKind.invited(outline.kind()),
                outline.window().targetOn(),
                outline.window().limitOn(),
                Reasons.of(outline),
                standing,
                Reasons.advice(standing, outline.window()),
                outline.audience(),
                outline.breachReason(),
                switch (plan) {
                    case Opened opened -> null;
                    case Arranged arranged -> arrangement(arranged);
                },
                plan.allActions().stream().map(action -> action(plan, action)).toList());
    }

    private static ActionView action(NeighbourhoodPlan plan, Action action) {
        var step = plan.actions().get(action);
        return new ActionView(
                action.code(),
                action.label(),
                plan.statusOf(action),
                action.dueOn(plan.outline()),
                step == null ? null : step.on(),
                step == null ? null : step.reason(),
                plan.outline().owners().get(action),
                action.source());
    }

    private static ArrangementView arrangement(Arranged plan) {
        var agreed = plan.arrangement();
        return new ArrangementView(
                agreed.partnerId(), agreed.partnerKind(), agreed.agreedOn(), agreed.startsAt(), plan.isInTime());
    }
}
