package nl.aftercare.platform.time;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.WorkingDays;

/** The holidays of the Algemene termijnenwet, Good Friday among them (domain.md 1.5). */
@Singleton
class DutchHolidays {
    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    @Produces
    @Singleton
    WorkingDays workingDays() {
        return new WorkingDays(
                day -> years.computeIfAbsent(day.getYear(), this::holidays).contains(day));
    }

    private Set<LocalDate> holidays(int year) {
        return manager.getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
