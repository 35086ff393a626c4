package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingArranged;
import nl.aftercare.neighbourhood.domain.PlanEvent.PlanOpened;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;

/** The neighbourhood track of one robbery; it does not depend on what is decided for a victim (domain.md 1.3). */
public sealed interface NeighbourhoodPlan {
    Outline outline();

    /** Opens the track when the robbery is reported. */
    static Decision<NeighbourhoodPlan, PlanEvent> open(Outline outline) {
        return Decision.accepted(new Opened(outline), new PlanOpened(outline));
    }

    /**
     * Something else is known of the robbery now. What was agreed stays agreed; the plan says whom to ask and by when as if it had
     * been known from the start.
     */
    default NeighbourhoodPlan redraw(
            RobberyKind kind, LocalDate robbedOn, Unrest unrest, SurroundingsTenure surroundings) {
        var before = outline();
        var outline = new Outline(
                before.id(), before.robberyId(), before.municipality(), kind, robbedOn, unrest, surroundings);
        return switch (this) {
            case Opened opened -> new Opened(outline);
            case Arranged arranged -> new Arranged(outline, arranged.arrangement(), arranged.revision());
        };
    }

    /**
     * Records what was agreed with a partner, in place of an earlier arrangement.
     *
     * @param today Europe/Amsterdam
     */
    default Decision<NeighbourhoodPlan, PlanEvent> arrange(Partner partner, Arrangement arrangement, LocalDate today) {
        var outline = outline();
        if (!outline.partnerKinds().contains(partner.kind())) {
            return Decision.refused(
                    "partner-does-not-fit", "Deze partner past niet bij dit soort overval of deze buurt.");
        }
        if (arrangement.agreedOn().isBefore(outline.robbedOn())) {
            return Decision.refused("agreed-before-robbery", "De afspraak kan niet vóór de overval zijn gemaakt.");
        }
        if (arrangement.agreedOn().isAfter(today)) {
            return Decision.refused("agreed-in-future", "De dag van de afspraak ligt in de toekomst.");
        }
        if (DutchTime.dateOf(arrangement.startsAt()).isBefore(arrangement.agreedOn())) {
            return Decision.refused(
                    "meeting-before-agreement", "De bijeenkomst kan niet vóór de dag van de afspraak beginnen.");
        }
        return replace(arrangement);
    }

    /** Keeps the arrangement without telling when it is the same as before. */
    private Decision<NeighbourhoodPlan, PlanEvent> replace(Arrangement arrangement) {
        int revision =
                switch (this) {
                    case Opened opened -> 1;
                    case Arranged(var outline, var former, var formerRevision) when former.equals(arrangement) -> 0;
                    case Arranged arranged -> arranged.revision() + 1;
                };
        if (revision == 0) {
            return Decision.unchanged(this);
        }
        var arranged = new Arranged(outline(), arrangement, revision);
        return Decision.accepted(arranged, new MeetingArranged(arranged));
    }

    /**
     * What the plan is drawn from.
     *
     * @param robbedOn Europe/Amsterdam
     */
    record Outline(
            UUID id,
            UUID robberyId,
            Municipality municipality,
            RobberyKind kind,
            LocalDate robbedOn,
            Unrest unrest,
            SurroundingsTenure surroundings) {

        public ArrangementWindow window() {
            return ArrangementWindow.after(robbedOn);
        }

        /** With whom the meeting is to be arranged. */
        public List<PartnerKind> partnerKinds() {
            return PartnerKind.fitting(kind, surroundings);
        }
    }

    /** Nothing agreed yet. */
    record Opened(Outline outline) implements NeighbourhoodPlan {}

    /** @param revision 1 for the first arrangement; rises when it is replaced */
    record Arranged(Outline outline, Arrangement arrangement, int revision) implements NeighbourhoodPlan {

        public boolean isInTime() {
            return outline.window().isInTime(arrangement.agreedOn());
        }
    }
}
