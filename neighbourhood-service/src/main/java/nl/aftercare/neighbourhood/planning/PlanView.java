package nl.aftercare.neighbourhood.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.neighbourhood.domain.Unrest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan for the coordinator.
 *
 * @param targetOn by when arrangements are wanted, Europe/Amsterdam
 * @param limitOn last day on which arrangements are in time
 * @param reason why these partners and this term, in plain Dutch (B1)
 */
@Schema(name = "NeighbourhoodPlan")
public record PlanView(
        UUID id,
        UUID robberyId,
        String municipality,
        LocalDate robbedOn,
        Unrest unrest,
        List<PartnerKind> partnerKinds,
        LocalDate targetOn,
        LocalDate limitOn,
        String reason,
        @Nullable ArrangementView arrangement) {

    /** @param withinWindow whether it was agreed in time */
    @Schema(name = "PlannedArrangement")
    public record ArrangementView(
            UUID partnerId, PartnerKind partnerKind, LocalDate agreedOn, Instant startsAt, boolean withinWindow) {}

    static PlanView of(NeighbourhoodPlan plan) {
        var outline = plan.outline();
        return new PlanView(
                outline.id(),
                outline.robberyId(),
                outline.municipality().code(),
                outline.robbedOn(),
                outline.unrest(),
                outline.partnerKinds(),
                outline.window().targetOn(),
                outline.window().limitOn(),
                Reasons.of(outline),
                switch (plan) {
                    case Opened opened -> null;
                    case Arranged arranged -> arrangement(arranged);
                });
    }

    private static ArrangementView arrangement(Arranged plan) {
        var agreed = plan.arrangement();
        return new ArrangementView(
                agreed.partnerId(), agreed.partnerKind(), agreed.agreedOn(), agreed.startsAt(), plan.isInTime());
    }
}
