package nl.aftercare.cases.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Whether a first-line party has been in contact with a victim.
 *
 * @param contactedOn date of the contact, Europe/Amsterdam; null when there was none or the date is unknown
 * @param checked whether somebody asked or told (gate G2): unknown after asking is not the same as never asked
 */
public record SupportContact(Fact contacted, @Nullable LocalDate contactedOn, boolean checked) {
    public static final SupportContact UNKNOWN = new SupportContact(Fact.UNKNOWN, null, false);

    /** What was told, or found out; also that it could not be found out. */
    public static SupportContact told(Fact contacted, @Nullable LocalDate contactedOn) {
        return new SupportContact(contacted, contactedOn, true);
    }

    /** What is known after all that is known elsewhere too: that there was contact weighs most, that nobody knows least. */
    SupportContact combinedWith(SupportContact elsewhere) {
        var best = weight() >= elsewhere.weight() ? this : elsewhere;
        return new SupportContact(best.contacted, best.contactedOn, checked || elsewhere.checked);
    }

    private int weight() {
        return switch (contacted) {
            case YES -> contactedOn == null ? 2 : 3;
            case NO -> 1;
            case UNKNOWN -> 0;
        };
    }
}
