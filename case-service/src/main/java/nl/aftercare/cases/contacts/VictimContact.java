package nl.aftercare.cases.contacts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a first-line party has been in contact with a victim (domain.md 1.6, X4): no more than yes or no and the date.
 *
 * @param contacted UNKNOWN when somebody asked and nobody could tell
 * @param contactedOn date of the contact, Europe/Amsterdam; only with {@code YES}
 */
@Schema(name = "VictimContact", examples = """
        {"municipality": "9901", "caseId": "01978000-0000-7000-8000-00000000000a", "party": "VICTIM_SUPPORT",
         "contacted": "YES", "contactedOn": "2026-03-04"}""")
public record VictimContact(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull UUID caseId,
        @NotNull ContactParty party,
        @NotNull Fact contacted,
        @Nullable LocalDate contactedOn) {}
