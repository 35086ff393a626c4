package nl.aftercare.neighbourhood.domain;

import java.util.Locale;

/**
 * The step plan of an information meeting (Stappenplan voorlichtingsbijeenkomst; domain.md 3.3), in its order. The days are ours; a
 * municipality may set others.
 */
public enum MeetingStep {
    CHOOSE_AUDIENCE_AND_SCOPE(-21),
    AGREE_DATE_WITH_PARTNERS(-14),
    BOOK_VENUE(-14),
    BOOK_SPEAKER(-12),
    SET_PROGRAMME(-10),
    /** At least a week before. */
    SEND_INVITATIONS(-7),
    COMMUNICATION(-7),
    PREPARE_MATERIALS(-2),
    HOLD_MEETING(0),
    EVALUATION_FORMS(1),
    REPORT_AND_FOLLOW_UP(14);

    private final int usualDay;

    MeetingStep(int usualDay) {
        this.usualDay = usualDay;
    }

    /** Days after the meeting; negative before it. */
    public int usualDay() {
        return usualDay;
    }

    /** Name in paths, such as {@code book-venue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it follows from what is recorded of the meeting, so that nobody ticks it off. */
    public boolean isFound() {
        return this == AGREE_DATE_WITH_PARTNERS || this == HOLD_MEETING || this == EVALUATION_FORMS;
    }
}
