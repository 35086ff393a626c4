package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which moment the window runs. The source does not say; each municipality does (domain.md T4).
 *
 * @param on day 0, Europe/Amsterdam; null for the day of the robbery, whatever is known of it later
 * @param awaitsDecision whether day 0 is the report only for want of a decision
 */
public record Anchor(Event event, @Nullable LocalDate on, boolean awaitsDecision) {
    public static final Anchor ROBBERY = new Anchor(Event.ROBBERY, null, false);

    /** What the window is counted from. */
    public enum Event {
        ROBBERY,
        /** That the robbery was reported to the municipality. */
        REPORT,
        /** The first decision to provide aftercare; until then, the report. */
        DECISION
    }

    public static Anchor at(Event event, LocalDate reportedOn) {
        return event == Event.ROBBERY ? ROBBERY : new Anchor(event, reportedOn, event == Event.DECISION);
    }

    static Anchor decided(LocalDate decidedOn) {
        return new Anchor(Event.DECISION, decidedOn, false);
    }

    LocalDate dayZero(LocalDate robbedOn) {
        return on == null ? robbedOn : on;
    }
}
