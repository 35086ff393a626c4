package nl.aftercare.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates are calendar dates in Europe/Amsterdam, instants are UTC (design.md, Time). */
public final class DutchTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private DutchTime() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
