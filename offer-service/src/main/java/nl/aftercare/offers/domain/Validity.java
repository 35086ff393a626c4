package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something holds, and on which day that is judged (domain.md 2.4). All Europe/Amsterdam.
 *
 * @param from first day
 * @param to last day; null when no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to, JudgedOn judgedOn) {

    static final int WARNING_DAYS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

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
        return includes(judgedOn == JudgedOn.ROBBERY ? robbery : today);
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** What somebody has to know who looks after it, in plain Dutch: from thirty days before the end. */
    public Optional<String> warning(LocalDate today) {
        if (to == null || to.isAfter(today.plusDays(WARNING_DAYS))) {
            return Optional.empty();
        }
        return Optional.of(
                to.isBefore(today)
                        ? "Dit gold tot en met " + DAY.format(to) + ". Het wordt niet meer aangeboden."
                        : "Dit geldt tot en met " + DAY.format(to) + ". Leg op tijd vast wat er daarna geldt.");
    }

    public boolean endsBeforeItBegins() {
        return to != null && to.isBefore(from);
    }

    /** The days on which it begins to hold, and holds no longer. */
    public Stream<LocalDate> changes() {
        return to == null ? Stream.of(from) : Stream.of(from, to.plusDays(1));
    }
}
