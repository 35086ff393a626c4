package nl.aftercare.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.aftercare.platform.kernel.DutchTime;

/** Now and today. */
@ApplicationScoped
public class Time {
    /** UTC, to the microsecond, which is what PostgreSQL keeps. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Calendar date in Europe/Amsterdam. */
    public LocalDate today() {
        return DutchTime.dateOf(now());
    }
}
