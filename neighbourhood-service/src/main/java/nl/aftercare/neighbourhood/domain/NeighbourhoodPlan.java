package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.PlanEvent.ActionRecorded;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingArranged;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingCancelled;
import nl.aftercare.neighbourhood.domain.PlanEvent.PlanOpened;
import nl.aftercare.neighbourhood.domain.PlanEvent.WindowAtRisk;
import nl.aftercare.neighbourhood.domain.PlanEvent.WindowStruck;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/** The neighbourhood track of one robbery; it does not depend on what is decided for a victim (domain.md 1.3). */
public sealed interface NeighbourhoodPlan {
    Outline outline();

    /** What was recorded of the actions. */
    Map<Action, ActionStep> actions();

    /** Opens the track when the robbery is reported. */
    static Decision<NeighbourhoodPlan, PlanEvent> open(Outline outline) {
        return Decision.accepted(new Opened(outline, Map.of(), 0), new PlanOpened(outline));
    }

    /**
     * Something else is known of the robbery now. What was agreed stays agreed; the plan says whom to ask and by when as if it had
     * been known from the start.
     */
    default NeighbourhoodPlan redraw(
            RobberyKind kind, LocalDate robbedOn, Unrest unrest, SurroundingsTenure surroundings) {
        var before = outline();
        return with(new Outline(
                before.id(),
                before.robberyId(),
                before.municipality(),
                kind,
                robbedOn,
                before.anchor(),
                unrest,
                surroundings,
                before.audience(),
                before.breachReason(),
                before.owners()));
    }

    /** The first decision to provide aftercare, where the window runs from it. */
    default NeighbourhoodPlan decided(LocalDate decidedOn) {
        var before = outline();
        return before.anchor().awaitsDecision() ? with(before.with(Anchor.decided(decidedOn))) : this;
    }

    /** Who is told and asked; decides with whom a meeting is arranged where homes were counted. */
    default Decision<NeighbourhoodPlan, PlanEvent> address(Audience audience) {
        return Decision.unchanged(with(outline().with(audience)));
    }

    /** Somebody takes up an action; null for nobody in particular. */
    default Decision<NeighbourhoodPlan, PlanEvent> give(Action action, @Nullable String person) {
        if (!allActions().contains(action)) {
            return Decision.refused("action-does-not-fit", "Deze actie hoort niet bij dit soort overval.");
        }
        var owners = new HashMap<>(outline().owners());
        if (person == null) {
            owners.remove(action);
        } else {
            owners.put(action, person);
        }
        return Decision.unchanged(with(outline().with(owners)));
    }

    /** Why nothing was agreed in time; only once that is so. */
    default Decision<NeighbourhoodPlan, PlanEvent> explainBreach(
            BreachReason reason, LocalDate today, WorkingDays days) {
        var standing = standing(today, days);
        return standing == Standing.BREACHED || standing == Standing.AGREED_LATE
                ? Decision.unchanged(with(outline().with(reason)))
                : Decision.refused("not-breached", "De termijn is niet gemist.");
    }

    /**
     * Records that an action was done or is not needed; the same again changes nothing. The meeting is done by arranging it.
     *
     * @param today Europe/Amsterdam
     */
    default Decision<NeighbourhoodPlan, PlanEvent> record(Action action, ActionStep step, LocalDate today) {
        if (!Action.of(outline().kind()).contains(action)) {
            return Decision.refused("action-does-not-fit", "Deze actie hoort niet bij dit soort overval.");
        }
        if (step.equals(actions().get(action))) {
            return Decision.unchanged(this);
        }
        if (action.isMeeting() && step.status() == Status.DONE) {
            return Decision.refused(
                    "arrange-the-meeting", "Leg de afspraak over de bijeenkomst vast. Dan is deze actie klaar.");
        }
        if (action.isMeeting() && this instanceof Arranged) {
            return Decision.refused("meeting-arranged", "Over de bijeenkomst is al een afspraak gemaakt.");
        }
        if (step.on().isAfter(today)) {
            return Decision.refused("in-the-future", "De datum ligt in de toekomst. Leg vast wat al is gebeurd.");
        }
        if (step.on().isBefore(outline().robbedOn())) {
            return Decision.refused("before-robbery", "De datum ligt vóór de overval.");
        }
        var all = new EnumMap<Action, ActionStep>(Action.class);
        all.putAll(actions());
        all.put(action, step);
        return Decision.accepted(with(all), new ActionRecorded(outline(), action, step));
    }

    /** Nothing more is done here: the same incident goes on under another report, or it was no robbery. */
    default NeighbourhoodPlan close(Reason reason, LocalDate on) {
        var all = new EnumMap<Action, ActionStep>(Action.class);
        Action.of(outline().kind()).stream()
                .filter(action -> action.isMeeting() || statusOf(action) == ActionStatus.OPEN)
                .forEach(action -> all.put(action, new ActionStep(Status.NOT_NEEDED, on, reason)));
        all.putAll(actions());
        return with(all);
    }

    /** It was a robbery after all. */
    default NeighbourhoodPlan reopen() {
        var all = new EnumMap<Action, ActionStep>(Action.class);
        all.putAll(actions());
        all.values().removeIf(step -> step.reason() == Reason.NOT_A_ROBBERY);
        return with(all);
    }

    /** The actions of this kind of robbery, and what was done of another kind before it was reclassified. */
    default List<Action> allActions() {
        return Stream.concat(Action.of(outline().kind()).stream(), actions().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Why no meeting is needed; empty when one is. */
    default Optional<Reason> whyNoMeeting() {
        return actions().entrySet().stream()
                .filter(recorded -> recorded.getKey().isMeeting())
                .filter(recorded -> Action.of(outline().kind()).contains(recorded.getKey()))
                .map(recorded -> recorded.getValue().reason())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How the plan stands towards its window. */
    default Standing standing(LocalDate today, WorkingDays days) {
        return switch (this) {
            case Arranged arranged -> arranged.isInTime() ? Standing.AGREED_IN_TIME : Standing.AGREED_LATE;
            case Opened opened ->
                opened.whyNoMeeting().isPresent()
                        ? Standing.NOT_NEEDED
                        : opened.outline().window().standing(today, days);
        };
    }

    /**
     * The clock strikes: while nothing is agreed and a meeting is called for, somebody hears of it.
     *
     * @param moment that is due
     * @param today Europe/Amsterdam
     */
    default Decision<NeighbourhoodPlan, PlanEvent> strike(ClockMoment moment, LocalDate today, WorkingDays days) {
        if (this instanceof Arranged || whyNoMeeting().isPresent()) {
            return Decision.unchanged(this);
        }
        return Decision.accepted(
                this, new WindowStruck(outline(), moment.latest(outline().window(), today, days)));
    }

    /** What is expected is told when it is too late: while there is time to do something about it. */
    default Decision<NeighbourhoodPlan, PlanEvent> expect(Forecast forecast) {
        return forecast.misses()
                ? Decision.accepted(this, new WindowAtRisk(outline(), forecast))
                : Decision.unchanged(this);
    }

    /** When to look again after a moment was told; empty when all was. */
    default Optional<ClockMoment> nextMoment(ClockMoment moment, LocalDate today, WorkingDays days) {
        return moment.latest(outline().window(), today, days).next();
    }

    default ActionStatus statusOf(Action action) {
        var step = actions().get(action);
        if (step != null) {
            return ActionStatus.valueOf(step.status().name());
        }
        if (action.isMeeting() && this instanceof Arranged) {
            return ActionStatus.DONE;
        }
        return action.fits(outline().tenure()) ? ActionStatus.OPEN : ActionStatus.NOT_APPLICABLE;
    }

    private NeighbourhoodPlan with(Outline outline) {
        return switch (this) {
            case Opened opened -> new Opened(outline, opened.actions(), opened.revision());
            case Arranged arranged ->
                new Arranged(outline, arranged.actions(), arranged.arrangement(), arranged.revision());
        };
    }

    private NeighbourhoodPlan with(Map<Action, ActionStep> actions) {
        return switch (this) {
            case Opened opened -> new Opened(opened.outline(), actions, opened.revision());
            case Arranged arranged ->
                new Arranged(arranged.outline(), actions, arranged.arrangement(), arranged.revision());
        };
    }

    /** Whether a meeting can be arranged with this partner. */
    default boolean suits(Partner partner) {
        return outline().partnerKinds().contains(partner.kind())
                || PartnerKind.fallbacks(outline().kind()).contains(partner.kind());
    }

    /** All who were asked agree: what they were asked for holds, whatever became known of the surroundings meanwhile. */
    default Decision<NeighbourhoodPlan, PlanEvent> agreeAsAsked(Arrangement arrangement) {
        return replace(arrangement);
    }

    /**
     * Records what was agreed with a partner, in place of an earlier arrangement.
     *
     * @param today Europe/Amsterdam
     */
    default Decision<NeighbourhoodPlan, PlanEvent> arrange(Partner partner, Arrangement arrangement, LocalDate today) {
        var outline = outline();
        if (!suits(partner)) {
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

    /** What was agreed falls away, and something has to be agreed again. */
    default Decision<NeighbourhoodPlan, PlanEvent> cancel(LocalDate today) {
        return switch (this) {
            case Opened opened -> Decision.refused("nothing-arranged", "Er is geen afspraak die kan vervallen.");
            case Arranged arranged -> {
                var opened = new Opened(arranged.outline(), arranged.actions(), arranged.revision());
                yield Decision.accepted(opened, new MeetingCancelled(opened.outline(), today));
            }
        };
    }

    /** Keeps the arrangement without telling when it is the same as before. */
    private Decision<NeighbourhoodPlan, PlanEvent> replace(Arrangement arrangement) {
        int revision =
                switch (this) {
                    case Opened opened -> opened.revision() + 1;
                    case Arranged arranged when arranged.arrangement().equals(arrangement) -> 0;
                    case Arranged arranged -> arranged.revision() + 1;
                };
        if (revision == 0) {
            return Decision.unchanged(this);
        }
        var actions = new EnumMap<Action, ActionStep>(Action.class);
        actions.putAll(actions());
        // that it was not needed is overtaken
        actions.keySet().removeIf(Action::isMeeting);
        var arranged = new Arranged(outline(), actions, arrangement, revision);
        return Decision.accepted(arranged, new MeetingArranged(arranged));
    }

    /**
     * What the plan is drawn from.
     *
     * @param robbedOn Europe/Amsterdam
     * @param surroundings as the police or the coordinator of the case knows them
     * @param audience null until somebody looked who lives and works around
     * @param breachReason why nothing was agreed in time; null until somebody said so
     * @param owners who takes up an action: subject of the token; an action without one is of the coordinators together
     */
    record Outline(
            UUID id,
            UUID robberyId,
            Municipality municipality,
            RobberyKind kind,
            LocalDate robbedOn,
            Anchor anchor,
            Unrest unrest,
            SurroundingsTenure surroundings,
            @Nullable Audience audience,
            @Nullable BreachReason breachReason,
            Map<Action, String> owners) {
        public Outline {
            owners = Map.copyOf(owners);
        }

        /** From which the window is counted, Europe/Amsterdam. */
        public LocalDate dayZero() {
            return anchor.dayZero(robbedOn);
        }

        public ArrangementWindow window() {
            return ArrangementWindow.after(dayZero());
        }

        /** Of the homes around: as counted, else as reported. */
        public SurroundingsTenure tenure() {
            return audience == null ? surroundings : audience.tenure().orElse(surroundings);
        }

        private Outline with(Anchor newAnchor) {
            return copy(newAnchor, audience, breachReason, owners);
        }

        private Outline with(BreachReason newReason) {
            return copy(anchor, audience, newReason, owners);
        }

        private Outline with(Audience newAudience) {
            return copy(anchor, newAudience, breachReason, owners);
        }

        private Outline with(Map<Action, String> newOwners) {
            return copy(anchor, audience, breachReason, newOwners);
        }

        private Outline copy(
                Anchor newAnchor,
                @Nullable Audience newAudience,
                @Nullable BreachReason newReason,
                Map<Action, String> newOwners) {
            return new Outline(
                    id,
                    robberyId,
                    municipality,
                    kind,
                    robbedOn,
                    newAnchor,
                    unrest,
                    surroundings,
                    newAudience,
                    newReason,
                    newOwners);
        }

        /** With whom the meeting is to be arranged. */
        public List<PartnerKind> partnerKinds() {
            return PartnerKind.fitting(kind, tenure());
        }
    }

    /** How it is with an action. */
    enum ActionStatus {
        OPEN,
        DONE,
        NOT_NEEDED,
        NOT_APPLICABLE
    }

    /**
     * Nothing agreed yet, or not any more.
     *
     * @param revision of what was agreed before; 0 for nothing
     */
    record Opened(Outline outline, Map<Action, ActionStep> actions, int revision) implements NeighbourhoodPlan {
        public Opened {
            actions = Map.copyOf(actions);
        }
    }

    /** @param revision 1 for the first arrangement; rises when it is replaced */
    record Arranged(Outline outline, Map<Action, ActionStep> actions, Arrangement arrangement, int revision)
            implements NeighbourhoodPlan {
        public Arranged {
            actions = Map.copyOf(actions);
        }

        public boolean isByTarget() {
            return !arrangement.agreedOn().isAfter(outline.window().targetOn());
        }

        public boolean isInTime() {
            return outline.window().isInTime(arrangement.agreedOn());
        }
    }
}
