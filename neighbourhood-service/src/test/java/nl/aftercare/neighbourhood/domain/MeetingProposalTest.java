package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.Cancelled;
import nl.aftercare.neighbourhood.domain.Meeting.Change;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Answered;
import nl.aftercare.neighbourhood.domain.MeetingEvent.DateAsked;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Invited;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners are asked for dates until one suits them all. */
class MeetingProposalTest {
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID STRANGER = new UUID(0, 3);
    private static final Head HEAD =
            new Head(new UUID(1, 1), Sample.MUNICIPALITY, new UUID(1, 2), List.of(new UUID(1, 3)));
    private static final Wish WISH = new Wish(NOW, AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
    private static final Change ASKED =
            new Change(NOW, Change.Kind.PROPOSED, AskedBy.COORDINATOR, ChangeReason.AS_AGREED, null);

    @Test
    void allPartnersAreAskedInTheFirstRound() {
        var proposed =
                Meeting.propose(HEAD, slots(0, 1), List.of(ONE, TWO), WISH).orRefuse();

        assertThat(proposed.state())
                .isEqualTo(new Proposed(HEAD, 1, slots(0, 1), List.of(ONE, TWO), Map.of(), 0, List.of(ASKED)));
        assertThat(proposed.events()).containsExactly(new DateAsked(HEAD, ONE, 1), new DateAsked(HEAD, TWO, 1));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(slots(0, 2), List.of(ONE, TWO)),
                Arguments.of(slots(0, 1), List.of(ONE, STRANGER)),
                Arguments.of(slots(2, 3), List.of(STRANGER)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherDatesOrPartnersAreAskedAnewAndWhatWasSaidIsVoid(List<Slot> options, List<UUID> partners) {
        var answered = answer(proposed(), ONE, suits(0)).state();

        var again = answered.proposeAgain(options, partners, WISH).orRefuse();

        assertThat(again.state())
                .isEqualTo(new Proposed(HEAD, 2, options, partners, Map.of(), 0, List.of(ASKED, ASKED)));
        assertThat(again.events())
                .containsExactlyElementsOf(partners.stream()
                        .map(partner -> new DateAsked(HEAD, partner, 2))
                        .toList());
    }

    @Test
    void theSameQuestionAgainKeepsTheAnswers() {
        var answered = answer(proposed(), ONE, suits(0)).state();

        assertThat(answered.proposeAgain(slots(0, 1), List.of(ONE, TWO), WISH)).isEqualTo(Decision.unchanged(answered));
    }

    @Test
    void whereSomethingIsAgreedNoDatesAreProposed() {
        assertThat(Sample.refusal(agreed().proposeAgain(slots(2), List.of(ONE), WISH)))
                .isEqualTo("meeting-arranged");
    }

    @Test
    void afterACancellationPartnersAreAskedInANewRoundAndTheSequenceGoesOn() {
        var cancelled = agreed().cancel(WISH).orRefuse().state();

        var again = (Proposed)
                cancelled.proposeAgain(slots(2), List.of(ONE), WISH).orRefuse().state();

        assertThat(again.round()).isEqualTo(2);
        assertThat(again.nextSequence()).isEqualTo(2);
        assertThat(answer(again, ONE, 2, suits(2)).events()).endsWith(new Invited(HEAD, ONE, slot(2), 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void anAnswerToAnotherRoundIsVoid(int round) {
        var again = proposed()
                .proposeAgain(slots(0, 2), List.of(ONE), WISH)
                .orRefuse()
                .state();

        assertThat(Sample.refusal(again.answer(ONE, round, suits(0)))).isEqualTo("not-asked-any-more");
    }

    @Test
    void whatIsAgreedOrCancelledIsNotAnsweredAnyMore() {
        var cancelled = proposed().cancel(WISH).orRefuse().state();

        assertThat(Sample.refusal(agreed().answer(ONE, 1, suits(0)))).isEqualTo("not-asked-any-more");
        assertThat(Sample.refusal(cancelled.answer(ONE, 1, suits(0)))).isEqualTo("not-asked-any-more");
    }

    @Test
    void whoWasNotAskedDoesNotAnswer() {
        assertThat(Sample.refusal(proposed().answer(STRANGER, 1, suits(0)))).isEqualTo("not-asked");
    }

    @Test
    void aDateThatWasNotProposedCannotSuit() {
        assertThat(Sample.refusal(proposed().answer(ONE, 1, suits(0, 2)))).isEqualTo("not-proposed");
    }

    @ParameterizedTest
    @CsvSource({"0, , ACCEPTED", "0, 5, ACCEPTED", ", 5, COUNTERED", ", , DECLINED"})
    void aPartnerAcceptsOrDeclinesOrNamesAnotherDate(Integer suits, Integer counter, Answer.Kind kind) {
        var answer = new Answer(
                NOW,
                suits == null ? List.of() : List.of(slot(suits).startsAt()),
                counter == null ? null : slot(counter).startsAt());

        var answered = answer(proposed(), ONE, answer);

        assertThat(answered.events()).containsExactly(new Answered(HEAD, ONE, kind));
        assertThat(((Proposed) answered.state()).answers()).containsExactly(Map.entry(ONE, answer));
    }

    @Test
    void theSameAnswerAgainTellsNothingWheneverItComes() {
        var countered = new Answer(NOW, List.of(), slot(5).startsAt());
        var answered = answer(proposed(), ONE, countered).state();

        var again = answer(answered, ONE, new Answer(NOW.plusSeconds(60), List.of(), countered.counter()));

        assertThat(again.state()).isEqualTo(answered);
        assertThat(again.events()).isEmpty();
    }

    static Stream<Answer> changed() {
        return Stream.of(
                new Answer(NOW, List.of(), slot(6).startsAt()),
                new Answer(NOW, List.of(), null),
                new Answer(NOW, List.of(slot(0).startsAt()), slot(5).startsAt()));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void whoChangesAnAnswerIsHeard(Answer other) {
        var answered = answer(proposed(), ONE, new Answer(NOW, List.of(), slot(5).startsAt()))
                .state();

        var changed = answer(answered, ONE, other);

        assertThat(changed.events()).containsExactly(new Answered(HEAD, ONE, other.kind()));
        assertThat(((Proposed) changed.state()).answers()).containsExactly(Map.entry(ONE, other));
    }

    @Test
    void theFirstDateThatSuitsAllIsAgreedAndAllAreInvited() {
        var first = answer(proposed(), TWO, suits(1)).state();

        var agreed = answer(first, ONE, suits(0, 1));

        assertThat(agreed.state())
                .isEqualTo(new Agreed(
                        HEAD,
                        1,
                        slot(1),
                        List.of(ONE, TWO),
                        0,
                        List.of(
                                ASKED,
                                new Change(NOW, Change.Kind.AGREED, AskedBy.PARTNER, ChangeReason.AS_AGREED, null))));
        assertThat(agreed.events())
                .containsExactly(
                        new Answered(HEAD, ONE, Answer.Kind.ACCEPTED),
                        new Invited(HEAD, ONE, slot(1), 0),
                        new Invited(HEAD, TWO, slot(1), 0));
    }

    @Test
    void whereNoDateSuitsAllNothingIsAgreed() {
        var first = answer(proposed(), TWO, suits(1)).state();

        var second = answer(first, ONE, suits(0));

        assertThat(second.state()).isInstanceOf(Proposed.class);
        assertThat(second.events()).containsExactly(new Answered(HEAD, ONE, Answer.Kind.ACCEPTED));
    }

    @Test
    void aProposalIsCancelledWithoutATraceInCalendars() {
        var cancelled = proposed().cancel(WISH).orRefuse();

        assertThat(cancelled.events()).isEmpty();
        assertThat(cancelled.state())
                .isEqualTo(new Cancelled(
                        HEAD,
                        1,
                        -1,
                        List.of(
                                ASKED,
                                new Change(
                                        NOW,
                                        Change.Kind.CANCELLED,
                                        AskedBy.COORDINATOR,
                                        ChangeReason.AS_AGREED,
                                        null))));
        assertThat(cancelled
                        .state()
                        .agreeAgain(slot(2), List.of(ONE), WISH)
                        .orRefuse()
                        .events())
                .containsExactly(new Invited(HEAD, ONE, slot(2), 0));
    }

    @Test
    void theHallStaysWhereOneWasAgreedOnly() {
        var hall = new UUID(2, 1);
        var agreed = Meeting.agree(HEAD, Slot.usual(NOW, hall), List.of(ONE), WISH)
                .orRefuse()
                .state();

        assertThat(agreed.venueId()).isEqualTo(hall);
        assertThat(agreed.cancel(WISH).orRefuse().state().venueId()).isNull();
        assertThat(proposed().venueId()).isNull();
    }

    private static Meeting agreed() {
        return answer(answer(proposed(), ONE, suits(0)).state(), TWO, suits(0)).state();
    }

    private static Meeting proposed() {
        return Meeting.propose(HEAD, slots(0, 1), List.of(ONE, TWO), WISH)
                .orRefuse()
                .state();
    }

    private static Accepted<Meeting, MeetingEvent> answer(Meeting meeting, UUID partner, Answer answer) {
        return answer(meeting, partner, 1, answer);
    }

    private static Accepted<Meeting, MeetingEvent> answer(Meeting meeting, UUID partner, int round, Answer answer) {
        return meeting.answer(partner, round, answer).orRefuse();
    }

    private static Answer suits(Integer... days) {
        return new Answer(NOW, slots(days).stream().map(Slot::startsAt).toList(), null);
    }

    private static List<Slot> slots(Integer... days) {
        return Stream.of(days).map(MeetingProposalTest::slot).toList();
    }

    private static Slot slot(int day) {
        return Slot.usual(Instant.parse("2026-03-26T18:30:00Z").plus(Duration.ofDays(day)), null);
    }
}
