package nl.aftercare.platform.rest;

import java.time.LocalDate;
import nl.aftercare.platform.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** From when to when figures are asked for; both days count. */
public record Period(LocalDate from, LocalDate until) {

    /**
     * @param from as asked for; without it, the first of January of this year
     * @param until as asked for; without it, today
     * @throws InvalidInputException when one is no date, or they are the wrong way round
     */
    public static Period of(@Nullable String from, @Nullable String until, LocalDate today) {
        var first = QueryParameter.date("from", from, today.withDayOfYear(1));
        var last = QueryParameter.date("until", until, today);
        if (last.isBefore(first)) {
            throw new InvalidInputException("until", "ligt vóór from");
        }
        return new Period(first, last);
    }
}
