package nl.aftercare.cases.domain;

import java.time.Instant;

/**
 * How a first-line party advises to hold the conversation with a victim (domain.md X5, V5).
 *
 * @param statedAt UTC; of two advices the later one holds
 * @param advice personal data: as the party worded it, without data on health or on the robbery
 */
public record PartyAdvice(ContactParty party, Instant statedAt, String advice) {

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "PartyAdvice[" + party + "]";
    }
}
