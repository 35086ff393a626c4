package nl.aftercare.cases.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Whether a first-line party has been in contact with a victim.
 *
 * @param contactedOn date of the contact, Europe/Amsterdam; null when there was none or the date is unknown
 */
public record SupportContact(Fact contacted, @Nullable LocalDate contactedOn) {
    public static final SupportContact UNKNOWN = new SupportContact(Fact.UNKNOWN, null);
}
