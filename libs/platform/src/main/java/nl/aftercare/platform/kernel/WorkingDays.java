package nl.aftercare.platform.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;

/** Werkdagen: every day but Saturday, Sunday and the public holidays. */
public final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private final Predicate<LocalDate> holiday;

    public WorkingDays(Predicate<LocalDate> holiday) {
        this.holiday = holiday;
    }

    public boolean contains(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holiday.test(day);
    }

    /** @return the day after this many working days; the day itself for 0, whatever day it is */
    public LocalDate after(LocalDate day, int workingDays) {
        return shift(day, workingDays, 1);
    }

    /** @return the day this many working days earlier; the day itself for 0, whatever day it is */
    public LocalDate before(LocalDate day, int workingDays) {
        return shift(day, workingDays, -1);
    }

    private LocalDate shift(LocalDate day, int workingDays, int step) {
        var result = day;
        for (int left = workingDays; left > 0; ) {
            result = result.plusDays(step);
            left -= contains(result) ? 1 : 0;
        }
        return result;
    }
}
