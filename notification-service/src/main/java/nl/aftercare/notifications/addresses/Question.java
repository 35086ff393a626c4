package nl.aftercare.notifications.addresses;

import java.time.Instant;
import java.util.List;

/**
 * What a partner is asked now.
 *
 * @param round in which it is asked
 * @param startsAt the proposed dates, UTC
 * @param link with which the partner answers: never stored, never logged
 */
public record Question(int round, List<Instant> startsAt, String link) implements Matter {

    Question withoutLink() {
        return new Question(round, startsAt, "(hier staat een link die alleen voor de partner is)");
    }

    /** Keeps the link out of logs. */
    @Override
    public String toString() {
        return "Question[" + round + "]";
    }
}
