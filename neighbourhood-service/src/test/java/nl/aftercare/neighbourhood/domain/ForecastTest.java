package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Forecast.Basis;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Will miss" is seen days before it happens. */
class ForecastTest {
    /** Limit: 23 March. */
    private static final ArrangementWindow WINDOW = ArrangementWindow.after(LocalDate.parse("2026-03-02"));

    private static final List<UUID> PARTNERS = List.of(new UUID(0, 1), new UUID(0, 2));

    @ParameterizedTest
    @CsvSource({"2026-03-17, 2026-03-22, false", "2026-03-18, 2026-03-23, false", "2026-03-19, 2026-03-24, true"})
    void whileNobodyIsAskedItTakesAWorkingWeekFromToday(LocalDate today, LocalDate expectedOn, boolean misses) {
        assertThat(Forecast.of(WINDOW, null, Map.of(), today))
                .isEqualTo(new Forecast(expectedOn, misses, Basis.NOBODY_ASKED, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "48, 2026-03-12, 2026-03-17, false", // the other is not known: five days
        "240, 2026-03-12, 2026-03-22, false",
        "264, 2026-03-12, 2026-03-23, false",
        "265, 2026-03-12, 2026-03-24, true", // twelve days, begun
        "48, 2026-03-20, 2026-03-21, false" // overdue: tomorrow at the earliest
    })
    void theSlowestOfThoseWhoDidNotAnswerDecides(long hours, LocalDate today, LocalDate expectedOn, boolean misses) {
        var forecast = Forecast.of(WINDOW, proposed(), Map.of(PARTNERS.getFirst(), Duration.ofHours(hours)), today);

        assertThat(forecast).isEqualTo(new Forecast(expectedOn, misses, Basis.WAITING_FOR_ANSWERS, PARTNERS));
    }

    @Test
    void whoAnsweredIsNotWaitedFor() {
        var meeting = answered(proposed(), PARTNERS.getFirst(), List.of(start()));

        var forecast = Forecast.of(
                WINDOW,
                meeting,
                Map.of(PARTNERS.getFirst(), Duration.ofDays(20), PARTNERS.getLast(), Duration.ofDays(3)),
                LocalDate.parse("2026-03-13"));

        assertThat(forecast.waitingFor()).containsExactly(PARTNERS.getLast());
        assertThat(forecast.expectedOn()).isEqualTo("2026-03-15");
    }

    @Test
    void whenNoDateSuitsAllAreAskedAnewToday() {
        var meeting =
                answered(answered(proposed(), PARTNERS.getFirst(), List.of(start())), PARTNERS.getLast(), List.of());

        var forecast = Forecast.of(
                WINDOW, meeting, Map.of(PARTNERS.getFirst(), Duration.ofDays(9)), LocalDate.parse("2026-03-15"));

        assertThat(forecast)
                .isEqualTo(new Forecast(LocalDate.parse("2026-03-24"), true, Basis.NO_DATE_SUITS, List.of()));
    }

    @Test
    void howLongItTakesIsCountedFromTheLastRoundOfQuestions() {
        var again = proposed()
                .proposeAgain(List.of(slot(1)), PARTNERS, wish("2026-03-16T10:00:00Z"))
                .orRefuse()
                .state();

        assertThat(Forecast.askedAt((Proposed) again).at()).isEqualTo("2026-03-16T10:00:00Z");
        assertThat(Forecast.of(WINDOW, again, Map.of(), LocalDate.parse("2026-03-16")))
                .isEqualTo(new Forecast(LocalDate.parse("2026-03-21"), false, Basis.WAITING_FOR_ANSWERS, PARTNERS));
    }

    private static Meeting answered(Meeting meeting, UUID partner, List<Instant> suits) {
        return meeting.answer(partner, 1, new Answer(Instant.parse("2026-03-13T09:00:00Z"), suits, null))
                .orRefuse()
                .state();
    }

    private static Meeting proposed() {
        return Meeting.propose(
                        new Head(new UUID(1, 1), Sample.MUNICIPALITY, new UUID(1, 2), List.of(new UUID(1, 3))),
                        List.of(slot(0)),
                        PARTNERS,
                        wish("2026-03-12T10:00:00Z"))
                .orRefuse()
                .state();
    }

    private static Wish wish(String at) {
        return new Wish(Instant.parse(at), AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
    }

    private static Slot slot(int day) {
        return Slot.usual(start().plus(Duration.ofDays(day)), null);
    }

    private static Instant start() {
        return Instant.parse("2026-03-26T18:30:00Z");
    }
}
