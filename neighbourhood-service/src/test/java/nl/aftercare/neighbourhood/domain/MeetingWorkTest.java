package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ActionStep.Status;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingWork.Done;
import nl.aftercare.neighbourhood.domain.MeetingWork.Evaluation;
import nl.aftercare.neighbourhood.domain.MeetingWork.Order;
import nl.aftercare.neighbourhood.domain.MeetingWork.Outcome;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The step plan of eleven tasks, and how it went (domain.md 3.3). */
class MeetingWorkTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-26");
    private static final Wish WISH =
            new Wish(Instant.parse("2026-03-12T10:00:00Z"), AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
    private static final Meeting AGREED = Meeting.agree(
                    new Head(new UUID(1, 1), Sample.MUNICIPALITY, new UUID(1, 2), List.of(new UUID(1, 3))),
                    Slot.usual(Instant.parse("2026-03-26T18:30:00Z"), null),
                    List.of(new UUID(0, 1)),
                    WISH)
            .orRefuse()
            .state();
    private static final MeetingWork NONE = MeetingWork.none(new UUID(1, 1));
    private static final Outcome OUTCOME = new Outcome(48, null, Map.of(Order.DOOR_VIEWER, 7));

    @Test
    void thereAreElevenStepsAndInvitationsGoOutAWeekBefore() {
        assertThat(MeetingStep.values()).hasSize(11);
        assertThat(Settings.USUAL.dayOf(MeetingStep.SEND_INVITATIONS)).isEqualTo(-7);
        assertThat(Settings.of(Anchor.Event.REPORT, 42, Map.of(MeetingStep.SEND_INVITATIONS, -10))
                        .dayOf(MeetingStep.SEND_INVITATIONS))
                .isEqualTo(-10);
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingStep.class,
            names = {"AGREE_DATE_WITH_PARTNERS", "HOLD_MEETING", "EVALUATION_FORMS"})
    void whatFollowsFromTheMeetingIsNotTickedOff(MeetingStep step) {
        assertThat(NONE.tick(step, new Done(Status.DONE, DAY), DAY)).isInstanceOf(Refused.class);
        assertThat(NONE.isDone(step, AGREED)).isEqualTo(step == MeetingStep.AGREE_DATE_WITH_PARTNERS);
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingStep.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AGREE_DATE_WITH_PARTNERS", "HOLD_MEETING", "EVALUATION_FORMS"})
    void allOthersAreTickedOffNotBeforeTheyHappened(MeetingStep step) {
        var done = NONE.tick(step, new Done(Status.DONE, DAY), DAY).orRefuse().state();

        assertThat(done.isDone(step, AGREED)).isTrue();
        assertThat(NONE.tick(step, new Done(Status.DONE, DAY.plusDays(1)), DAY)).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasTickedOffStaysWhateverIsTickedOffNext() {
        var done = new Done(Status.DONE, DAY.minusDays(3));
        var notNeeded = new Done(Status.NOT_NEEDED, DAY);

        var work = MeetingWork.none(new UUID(1, 1))
                .tick(MeetingStep.BOOK_VENUE, done, DAY)
                .orRefuse()
                .state()
                .tick(MeetingStep.BOOK_SPEAKER, notNeeded, DAY)
                .orRefuse()
                .state();

        assertThat(work.steps())
                .containsOnly(Map.entry(MeetingStep.BOOK_VENUE, done), Map.entry(MeetingStep.BOOK_SPEAKER, notNeeded));
    }

    @Test
    void aStepIsNamedInPathsWithHyphens() {
        assertThat(MeetingStep.REPORT_AND_FOLLOW_UP.code()).isEqualTo("report-and-follow-up");
    }

    @Test
    void aMeetingIsHeldOnItsDayNotBeforeAndNotWhenItWasCancelled() {
        var cancelled = AGREED.cancel(WISH).orRefuse().state();

        assertThat(NONE.hold(AGREED, OUTCOME, DAY.minusDays(1))).isInstanceOf(Refused.class);
        assertThat(NONE.hold(cancelled, OUTCOME, DAY)).isInstanceOf(Refused.class);
        assertThat(NONE.hold(AGREED, OUTCOME, DAY).orRefuse().events())
                .containsExactly(new MeetingEvent.Held(AGREED.head(), slot(), 48));
    }

    @Test
    void thatItWasHeldIsToldOnceAndTheFormsComeLater() {
        var held = NONE.hold(AGREED, OUTCOME, DAY).orRefuse().state();
        var evaluated = new Outcome(48, new Evaluation(31, 76), Map.of());

        var decision = held.hold(AGREED, evaluated, DAY.plusDays(1));

        assertThat(held.isDone(MeetingStep.EVALUATION_FORMS, AGREED)).isFalse();
        assertThat(decision.orRefuse().events()).isEmpty();
        assertThat(decision.orRefuse().state().isDone(MeetingStep.EVALUATION_FORMS, AGREED))
                .isTrue();
    }

    @Test
    void peopleSignUpUntilItWasHeld() {
        assertThat(NONE.signUp(300).orRefuse().state().signedUp()).isEqualTo(300);
        assertThat(NONE.hold(AGREED, OUTCOME, DAY).orRefuse().state().signUp(1)).isInstanceOf(Refused.class);
        assertThat(NONE.signUp(0)).isEqualTo(Decision.unchanged(NONE));
    }

    private static Slot slot() {
        return ((Meeting.Agreed) AGREED).slot();
    }
}
