package nl.aftercare.neighbourhood.domain;

import org.jspecify.annotations.Nullable;

/**
 * A part of a municipality by the division of Statistics Netherlands (CBS): {@code GM} a municipality, {@code WK} a district (wijk),
 * {@code BU} a neighbourhood (buurt). Codes change at reorganisations, so one means nothing without its year (domain.md 3.2, S53).
 *
 * @param code such as {@code BU99010102}
 * @param year of the division
 * @param place a street or square within it; null for all of it
 */
public record Area(String code, int year, @Nullable String place) {
    /** What a code looks like. */
    public static final String PATTERN = "GM\\d{4}|WK\\d{6}|BU\\d{8}";

    /** Whether the other lies wholly in this one; areas of different years cannot be compared. */
    public boolean covers(Area other) {
        return year == other.year
                && other.code.substring(2).startsWith(code.substring(2))
                && (place == null || (code.equals(other.code) && place.equalsIgnoreCase(other.place)));
    }

    /** Whether they share anything: one of them lies in the other. */
    public boolean meets(Area other) {
        return covers(other) || other.covers(this);
    }
}
