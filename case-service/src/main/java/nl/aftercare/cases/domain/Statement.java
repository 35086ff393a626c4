package nl.aftercare.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What a source states of a robbery, all at once or a part of it: a correction, a reclassification, a clearance, an objection, an
 * arrest (domain.md 1.6, X2 and X3). What it does not speak of is null.
 *
 * @param statedAt when the source stated it, UTC; the later statement of a fact holds, in whatever order they arrive
 * @param robbery whether it still is a robbery; NO when the police reclassified it
 * @param occurredAt UTC
 * @param policeClearance whether the investigation had an unhindered start, so that a visit may be planned (domain.md V3)
 * @param policeObjection whether the police object to a visit; never why (domain.md section 6)
 * @param hearingOn day of the hearing in court, Europe/Amsterdam
 */
public record Statement(
        Instant statedAt,
        @Nullable Fact robbery,
        @Nullable RobberyKind kind,
        @Nullable Instant occurredAt,
        @Nullable Fact firearm,
        @Nullable Fact wounded,
        @Nullable Fact dead,
        @Nullable Fact suspectKnown,
        @Nullable Fact solved,
        @Nullable Unrest unrest,
        @Nullable SurroundingsTenure surroundingsTenure,
        @Nullable Fact safeBusinessArea,
        @Nullable Fact policeClearance,
        @Nullable Fact policeObjection,
        @Nullable LocalDate hearingOn) {

    /** A first report is older than any statement after it, also than one that arrives before it. */
    public static final Instant FIRST = Instant.EPOCH;

    /** It is no robbery, or no longer one. */
    static Statement noRobbery(Instant statedAt) {
        return new Statement(
                statedAt, Fact.NO, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
