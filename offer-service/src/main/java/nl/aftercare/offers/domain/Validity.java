package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something holds, and on which day that is judged (domain.md 2.4). All Europe/Amsterdam.
 *
 * @param from first day
 * @param to last day; null when no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to, JudgedOn judgedOn) {

    /** On which day it is judged whether it holds. */
    public enum JudgedOn {
        ROBBERY,
        APPLICATION
    }

    /**
     * @param robbery day of the robbery
     * @param today day of an application made now
     */
    boolean holdsFor(LocalDate robbery, LocalDate today) {
        var day = judgedOn == JudgedOn.ROBBERY ? robbery : today;
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean hasLapsed(LocalDate today) {
        return to != null && to.isBefore(today);
    }

    /** Whether it ends within so many days, and has not ended yet. */
    public boolean lapsesWithin(int days, LocalDate today) {
        return to != null && !to.isBefore(today) && !to.isAfter(today.plusDays(days));
    }

    public boolean endsBeforeItBegins() {
        return to != null && to.isBefore(from);
    }

    /** The days on which it begins to hold, and holds no longer. */
    public Stream<LocalDate> changes() {
        return to == null ? Stream.of(from) : Stream.of(from, to.plusDays(1));
    }
}
