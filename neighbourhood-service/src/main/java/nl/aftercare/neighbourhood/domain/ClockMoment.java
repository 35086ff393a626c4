package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.WorkingDays;

/** When somebody hears that nothing is agreed yet, in the order in which they come. */
public enum ClockMoment {
    /** The last working day before the target. */
    TARGET_NEAR,
    /** The last working day before the limit. */
    LIMIT_NEAR,
    /** The day after the limit. */
    BREACHED;

    /** Europe/Amsterdam. */
    public LocalDate dayOf(ArrangementWindow window, WorkingDays days) {
        return switch (this) {
            case TARGET_NEAR -> window.targetReminderOn(days);
            case LIMIT_NEAR -> window.limitReminderOn(days);
            case BREACHED -> window.limitOn().plusDays(1);
        };
    }

    /** The first one that still makes sense; none when the robbery was reported after its limit. */
    public static Optional<ClockMoment> first(ArrangementWindow window, LocalDate today) {
        return Arrays.stream(values())
                .filter(moment -> !moment.mark(window).isBefore(today))
                .findFirst();
    }

    /**
     * The first one after the window moved. A window that was open and now turns out to be over is told as breached: nobody heard that it
     * came near.
     */
    public static Optional<ClockMoment> first(ArrangementWindow before, ArrangementWindow now, LocalDate today) {
        return first(now, today).or(() -> first(before, today).map(open -> BREACHED));
    }

    /** The day that it is about: after it, there is nothing to warn of. */
    private LocalDate mark(ArrangementWindow window) {
        return switch (this) {
            case TARGET_NEAR -> window.targetOn();
            case LIMIT_NEAR -> window.limitOn();
            case BREACHED -> window.limitOn().plusDays(1);
        };
    }

    /** What to tell when this one is due: of several that came while nobody could be told, the latest. */
    ClockMoment latest(ArrangementWindow window, LocalDate today, WorkingDays days) {
        return later().filter(moment -> !moment.dayOf(window, days).isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(this);
    }

    /** The one after this, if any. */
    public Optional<ClockMoment> next() {
        return later().findFirst();
    }

    private Stream<ClockMoment> later() {
        return Arrays.stream(values()).filter(moment -> moment.compareTo(this) > 0);
    }
}
