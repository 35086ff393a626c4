package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.Change;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Answered;
import nl.aftercare.neighbourhood.domain.MeetingEvent.CalledOff;
import nl.aftercare.neighbourhood.domain.MeetingEvent.DateAsked;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Held;
import nl.aftercare.neighbourhood.domain.MeetingEvent.Invited;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partners hear of every change, in an order that their calendars understand. */
class MeetingTest {
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final List<UUID> PARTNERS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    private static final Head HEAD =
            new Head(new UUID(1, 1), Sample.MUNICIPALITY, new UUID(1, 2), List.of(new UUID(1, 3)));
    private static final Wish WISH = new Wish(NOW, AskedBy.PARTNER, ChangeReason.PARTNER_UNAVAILABLE);

    @Test
    void whoTakesPartIsInvited() {
        var agreed = agreed(0, PARTNERS.subList(0, 2));

        assertThat(agreed.events())
                .containsExactly(
                        new Invited(HEAD, PARTNERS.get(0), slot(0), 0), new Invited(HEAD, PARTNERS.get(1), slot(0), 0));
    }

    @Test
    void theSameAgainChangesNothing() {
        var agreed = agreed(0, PARTNERS);

        assertThat(agreed.state().agreeAgain(slot(0), PARTNERS, WISH)).isEqualTo(Decision.unchanged(agreed.state()));
    }

    @Test
    void aMoveRaisesTheSequenceAndWhoDropsOutHearsIt() {
        var moved =
                accepted(agreed(0, PARTNERS.subList(0, 2)).state().agreeAgain(slot(1), PARTNERS.subList(1, 3), WISH));

        assertThat(moved.events())
                .containsExactly(
                        new CalledOff(HEAD, PARTNERS.get(0), slot(0), 1),
                        new Invited(HEAD, PARTNERS.get(1), slot(1), 1),
                        new Invited(HEAD, PARTNERS.get(2), slot(1), 1));
    }

    @Test
    void allHearOfACancellationAndOnce() {
        var cancelled = accepted(agreed(0, PARTNERS.subList(0, 1)).state().cancel(WISH));

        assertThat(cancelled.events()).containsExactly(new CalledOff(HEAD, PARTNERS.get(0), slot(0), 1));
        assertThat(cancelled.state().cancel(WISH)).isEqualTo(Decision.unchanged(cancelled.state()));
    }

    @Test
    void afterACancellationANewDateGoesOnFromTheSequence() {
        var cancelled =
                accepted(agreed(0, PARTNERS.subList(0, 1)).state().cancel(WISH)).state();

        assertThat(accepted(cancelled.agreeAgain(slot(2), PARTNERS.subList(0, 1), WISH))
                        .events())
                .containsExactly(new Invited(HEAD, PARTNERS.get(0), slot(2), 2));
    }

    @Test
    void aDateThatIsPastIsNotAgreedAnyMore() {
        var proposed = accepted(Meeting.propose(HEAD, List.of(slot(0), slot(1)), PARTNERS.subList(0, 1), WISH))
                .state();
        var both = List.of(slot(0).startsAt(), slot(1).startsAt());

        var late =
                accepted(proposed.answer(PARTNERS.getFirst(), 1, new Meeting.Answer(slot(0).startsAt(), both, null)));
        var inTime = accepted(proposed.answer(
                PARTNERS.getFirst(), 1, new Meeting.Answer(slot(0).startsAt().minusSeconds(1), both, null)));

        assertThat(((Agreed) late.state()).slot()).isEqualTo(slot(1));
        assertThat(((Agreed) inTime.state()).slot()).isEqualTo(slot(0));
    }

    @Test
    void whoTakesPartStaysWhenItMovesAndTheHostIsReplaced() {
        var agreed = agreed(0, PARTNERS.subList(0, 2)).state();

        assertThat(agreed.companyWith(PARTNERS.get(1))).isEqualTo(PARTNERS.subList(0, 2));
        assertThat(agreed.companyWith(PARTNERS.get(2))).containsExactly(PARTNERS.get(2), PARTNERS.get(1));
        assertThat(accepted(agreed.cancel(WISH)).state().companyWith(PARTNERS.get(2)))
                .containsExactly(PARTNERS.get(2));
    }

    @Test
    void theHistorySaysWhatChangedWhoAskedAndWhy() {
        var moved = accepted(agreed(0, PARTNERS).state().agreeAgain(slot(1), PARTNERS, WISH))
                .state();
        var cancelled = accepted(moved.cancel(new Wish(NOW, AskedBy.POLICE, ChangeReason.INVESTIGATION)))
                .state();

        assertThat(cancelled.history())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.AGREED, Change.Kind.MOVED, Change.Kind.CANCELLED);
        assertThat(cancelled.history().getLast())
                .isEqualTo(new Change(NOW, Change.Kind.CANCELLED, AskedBy.POLICE, ChangeReason.INVESTIGATION, slot(1)));
        assertThat(cancelled.history().get(1).former()).isEqualTo(slot(0));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheNewestInEachCalendarIsHowItIs(int seed) {
        var random = new Random(seed);
        var meeting = agreed(random.nextInt(4), company(random));
        var calendars = new HashMap<UUID, MeetingEvent>();
        take(calendars, meeting.events());
        for (int step = 0; step < 30; step++) {
            meeting = accepted(
                    random.nextInt(4) == 0
                            ? meeting.state().cancel(WISH)
                            : meeting.state().agreeAgain(slot(random.nextInt(4)), company(random), WISH));
            take(calendars, meeting.events());
            assertShown(calendars, meeting.state());
        }
    }

    private static void take(Map<UUID, MeetingEvent> calendars, List<MeetingEvent> events) {
        for (var event : events) {
            var partner = partner(event);
            if (calendars.containsKey(partner)) {
                assertThat(sequence(event)).isGreaterThan(sequence(calendars.get(partner)));
            }
            calendars.put(partner, event);
        }
    }

    private static void assertShown(Map<UUID, MeetingEvent> calendars, Meeting meeting) {
        calendars.forEach((partner, entry) -> {
            if (meeting instanceof Agreed agreed && agreed.partnerIds().contains(partner)) {
                assertThat(entry).isInstanceOf(Invited.class);
                assertThat(((Invited) entry).slot()).isEqualTo(agreed.slot());
            } else {
                assertThat(entry).isInstanceOf(CalledOff.class);
            }
        });
    }

    private static UUID partner(MeetingEvent event) {
        return switch (event) {
            case Invited invited -> invited.partnerId();
            case CalledOff calledOff -> calledOff.partnerId();
            case DateAsked asked -> asked.partnerId();
            case Answered answered -> answered.partnerId();
            case Held held -> throw new IllegalArgumentException("for nobody in particular");
        };
    }

    private static int sequence(MeetingEvent event) {
        return switch (event) {
            case Invited invited -> invited.sequence();
            case CalledOff calledOff -> calledOff.sequence();
            case DateAsked asked -> throw new IllegalArgumentException("no calendar entry");
            case Answered answered -> throw new IllegalArgumentException("no calendar entry");
            case Held held -> throw new IllegalArgumentException("no calendar entry");
        };
    }

    private static List<UUID> company(Random random) {
        var company = new ArrayList<>(PARTNERS);
        company.removeIf(partner -> random.nextBoolean());
        return company.isEmpty() ? PARTNERS : company;
    }

    private static Accepted<Meeting, MeetingEvent> agreed(int day, List<UUID> partners) {
        return accepted(Meeting.agree(HEAD, slot(day), partners, WISH));
    }

    private static Accepted<Meeting, MeetingEvent> accepted(Decision<Meeting, MeetingEvent> decision) {
        return decision.orRefuse();
    }

    private static Slot slot(int day) {
        return Slot.usual(Instant.parse("2026-03-26T18:30:00Z").plus(Duration.ofDays(day)), null);
    }
}
