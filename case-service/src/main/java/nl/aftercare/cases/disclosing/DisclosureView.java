package nl.aftercare.cases.disclosing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.Disclosure;
import nl.aftercare.cases.domain.Disclosure.Category;
import nl.aftercare.cases.domain.Disclosure.LegalGround;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the ledger.
 *
 * @param by subject of who gave it
 * @param at UTC
 */
@Schema(name = "Disclosure")
public record DisclosureView(
        UUID id,
        UUID caseId,
        Recipient recipient,
        List<Category> categories,
        LegalGround ground,
        String by,
        Instant at) {

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.id(),
                disclosure.caseId().value(),
                disclosure.recipient(),
                disclosure.categories().stream().sorted().toList(),
                disclosure.ground(),
                disclosure.by(),
                disclosure.at());
    }
}
