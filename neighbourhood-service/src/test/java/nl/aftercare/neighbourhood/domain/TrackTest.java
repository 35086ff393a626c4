package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingWork.Done;
import nl.aftercare.neighbourhood.domain.MeetingWork.Evaluation;
import nl.aftercare.neighbourhood.domain.MeetingWork.Outcome;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.Track.Stage;
import nl.aftercare.neighbourhood.domain.Track.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Slot SLOT = Slot.usual(Instant.parse("2026-03-26T18:30:00Z"), null);
    private static final UUID PARTNER = new UUID(0, 7);
    private static final Wish WISH = new Wish(Instant.EPOCH, AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
    private static final Head HEAD =
            new Head(new UUID(0, 9), Sample.MUNICIPALITY, new UUID(0, 2), List.of(new UUID(0, 1)));

    @Test
    void atFirstAllIsOpen() {
        assertThat(reached(opened(Map.of()), null, null))
                .doesNotContainValue(State.DONE)
                .doesNotContainValue(State.NOT_NEEDED);
    }

    @Test
    void aMeetingThatIsNotNeededClosesItsStagesOnly() {
        var plan = opened(Map.of(
                Action.ARRANGE_RESIDENTS_MEETING, new ActionStep(Status.NOT_NEEDED, DAY, Reason.NO_PARTNER),
                Action.INFORM_RESIDENTS, new ActionStep(Status.DONE, DAY, null)));

        var reached = reached(plan, null, null);

        assertThat(reached)
                .containsEntry(Stage.NEIGHBOURS_INFORMED, State.DONE)
                .containsEntry(Stage.PARTNER_CONSULTED, State.OPEN)
                .containsEntry(Stage.MEETING_AGREED, State.NOT_NEEDED)
                .containsEntry(Stage.MEETING_EVALUATED, State.NOT_NEEDED);
    }

    @Test
    void whereNoHomesAreRentedNoCorporationIsConsulted() {
        var plan = new Opened(
                Sample.outline(RobberyKind.RESIDENTIAL, DAY, Unrest.LOW, SurroundingsTenure.OWNER_OCCUPIED),
                Map.of(),
                0);

        assertThat(reached(plan, null, null)).containsEntry(Stage.PARTNER_CONSULTED, State.NOT_NEEDED);
    }

    @Test
    void aMeetingGoesFromProposedToEvaluated() {
        var proposed = Meeting.propose(HEAD, List.of(SLOT), List.of(PARTNER), WISH)
                .orRefuse()
                .state();
        assertThat(reached(opened(Map.of()), proposed, null))
                .containsEntry(Stage.MEETING_PROPOSED, State.DONE)
                .containsEntry(Stage.MEETING_AGREED, State.OPEN);

        var agreed =
                Meeting.agree(HEAD, SLOT, List.of(PARTNER), WISH).orRefuse().state();
        var work = MeetingWork.none(HEAD.id());
        assertThat(reached(arranged(), agreed, work))
                .containsEntry(Stage.MEETING_AGREED, State.DONE)
                .containsEntry(Stage.INVITATIONS_SENT, State.OPEN);

        var invited =
                new MeetingWork(HEAD.id(), Map.of(MeetingStep.SEND_INVITATIONS, new Done(Status.DONE, DAY)), 0, null);
        assertThat(reached(arranged(), agreed, invited))
                .containsEntry(Stage.INVITATIONS_SENT, State.DONE)
                .containsEntry(Stage.MEETING_HELD, State.OPEN);

        var held = new MeetingWork(HEAD.id(), invited.steps(), 0, new Outcome(12, null, Map.of()));
        assertThat(reached(arranged(), agreed, held))
                .containsEntry(Stage.MEETING_HELD, State.DONE)
                .containsEntry(Stage.MEETING_EVALUATED, State.OPEN);

        var evaluated =
                new MeetingWork(HEAD.id(), invited.steps(), 0, new Outcome(12, new Evaluation(3, 80), Map.of()));
        assertThat(reached(arranged(), agreed, evaluated)).containsEntry(Stage.MEETING_EVALUATED, State.DONE);
    }

    private static Opened opened(Map<Action, ActionStep> actions) {
        return new Opened(
                Sample.outline(RobberyKind.RESIDENTIAL, DAY, Unrest.LOW, SurroundingsTenure.MIXED), actions, 0);
    }

    private static Arranged arranged() {
        return new Arranged(
                opened(Map.of()).outline(),
                Map.of(),
                new Arrangement(PARTNER, PartnerKind.HOUSING_CORPORATION, DAY, SLOT.startsAt()),
                1);
    }

    private static Map<Stage, State> reached(
            NeighbourhoodPlan plan, @Nullable Meeting meeting, @Nullable MeetingWork work) {
        var reached = new HashMap<Stage, State>();
        Track.of(plan, meeting, work).stages().forEach(one -> reached.put(one.stage(), one.state()));
        return reached;
    }
}
