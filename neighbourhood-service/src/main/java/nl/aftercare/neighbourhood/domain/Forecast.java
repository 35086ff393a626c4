package nl.aftercare.neighbourhood.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting.Change;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.platform.kernel.DutchTime;
import org.jspecify.annotations.Nullable;

/**
 * When something will be agreed, if all goes on as it does: from what was asked of whom, and how long partners take to answer.
 *
 * @param expectedOn Europe/Amsterdam
 * @param misses whether that is after the limit
 * @param waitingFor partners who did not answer yet
 */
public record Forecast(LocalDate expectedOn, boolean misses, Basis basis, List<UUID> waitingFor) {
    /** Until a partner has answered, it takes as long as a working week. */
    public static final Duration USUAL = Duration.ofDays(5);

    public Forecast {
        waitingFor = List.copyOf(waitingFor);
    }

    /** What it rests on. */
    public enum Basis {
        NOBODY_ASKED,
        WAITING_FOR_ANSWERS,
        NO_DATE_SUITS
    }

    /**
     * @param meeting null when no dates were proposed
     * @param answering how long each partner takes, as far as known
     */
    public static Forecast of(
            ArrangementWindow window, @Nullable Meeting meeting, Map<UUID, Duration> answering, LocalDate today) {
        if (!(meeting instanceof Proposed proposed)) {
            return forecast(window, today.plusDays(USUAL.toDays()), Basis.NOBODY_ASKED, List.of());
        }
        var waitingFor = proposed.partnerIds().stream()
                .filter(partner -> !proposed.answers().containsKey(partner))
                .toList();
        if (waitingFor.isEmpty()) {
            // others are proposed today at the earliest
            var expectedOn = slowest(proposed.partnerIds(), today, answering);
            return forecast(window, expectedOn, Basis.NO_DATE_SUITS, List.of());
        }
        var expectedOn = slowest(waitingFor, askedOn(proposed), answering);
        var tomorrow = today.plusDays(1);
        return forecast(
                window, expectedOn.isAfter(today) ? expectedOn : tomorrow, Basis.WAITING_FOR_ANSWERS, waitingFor);
    }

    private static Forecast forecast(
            ArrangementWindow window, LocalDate expectedOn, Basis basis, List<UUID> waitingFor) {
        return new Forecast(expectedOn, !window.isInTime(expectedOn), basis, waitingFor);
    }

    private static LocalDate slowest(List<UUID> partners, LocalDate askedOn, Map<UUID, Duration> answering) {
        return partners.stream()
                .map(partner -> answering.getOrDefault(partner, USUAL))
                .map(taken -> askedOn.plusDays(Math.ceilDiv(taken.toHours(), 24)))
                .max(Comparator.naturalOrder())
                .orElse(askedOn);
    }

    private static LocalDate askedOn(Proposed proposed) {
        return DutchTime.dateOf(askedAt(proposed).at());
    }

    /** When this round's question went out. */
    public static Change askedAt(Proposed proposed) {
        return proposed.history().stream()
                .filter(change -> change.kind() == Change.Kind.PROPOSED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
