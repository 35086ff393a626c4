package nl.aftercare.neighbourhood.domain;

/**
 * What a municipality decides about its neighbourhood plans beforehand. Counts for robberies reported after it was settled.
 *
 * @param anchor from which moment the window runs
 * @param meetingWithinDays within how many days after it a meeting itself is planned; 21 where the meeting has to be held within the
 *     window too
 */
public record Settings(Anchor.Event anchor, int meetingWithinDays) {
    public static final Settings USUAL = new Settings(Anchor.Event.ROBBERY, 42);
}
