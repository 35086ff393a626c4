package nl.aftercare.cases.contacts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.PartyAdvice;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How Slachtofferhulp or the branch organisation advises to hold the conversation with a victim, before the first visit (domain.md
 * X5). Of each party the latest {@code statedAt} holds.
 *
 * @param statedAt when the party gave the advice, RFC 3339 with any offset; not in the future
 * @param advice for the visitor, in plain Dutch; nothing about health and nothing about the robbery
 */
@Schema(name = "VisitAdvice", examples = """
        {"municipality": "9901", "caseId": "01978000-0000-7000-8000-00000000000a", "party": "VICTIM_SUPPORT",
         "statedAt": "2026-03-04T10:00:00Z", "advice": "Kom met twee mensen en neem de tijd. Bel een dag van tevoren."}""")
record AdviceMessage(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull UUID caseId,
        @NotNull ContactParty party,
        @NotNull Instant statedAt,
        @NotBlank @Size(max = 1000) String advice) {

    /** What is answered: without the advice, since answers are kept for repeats. */
    @Schema(name = "VisitAdviceReceipt")
    record Receipt(UUID caseId, ContactParty party, Instant statedAt) {}

    PartyAdvice toDomain() {
        return new PartyAdvice(party, statedAt, advice);
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "AdviceMessage[" + municipality + "]";
    }
}
