package nl.aftercare.cases.domain;

import java.time.LocalDate;
import nl.aftercare.cases.domain.Playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How far the aftercare of one victim is (domain.md 1.3). A state is a type that holds what is known in that state alone; the
 * steps between them, and the gates that refuse a step, are in {@link AftercareCase}.
 */
public sealed interface Track {

    /** Reported; nothing is decided, and the municipality does not contact the victim (gate G1). */
    record Screening() implements Track {}

    /**
     * Granted with a visit; the victim may be asked whether they want one.
     *
     * @param unanswered how often the victim was tried in vain
     */
    record AskingWillingness(AftercareDecision decision, int unanswered) implements Track {}

    /**
     * The victim is open to a visit (gate G3).
     *
     * @param willingOn day on which the victim said so, Europe/Amsterdam
     */
    record Active(AftercareDecision decision, LocalDate willingOn, FirstVisit visit) implements Track {}

    /**
     * The municipality steps back; the first-line parties and the neighbourhood track go on.
     *
     * @param decision null when the victim withdrew before there was one
     * @param visit what came of the first visit before that
     */
    record LimitedToFirstLine(@Nullable AftercareDecision decision, Limit limit, FirstVisit visit) implements Track {}

    /** Neutral: no reason is kept. The neighbourhood track goes on. */
    record Withheld(AftercareDecision decision) implements Track {}

    /** Tried as often as the municipality does, in vain. */
    record Unreachable(AftercareDecision decision, int unanswered) implements Track {}

    /**
     * All is done (step 4). It can be opened again.
     *
     * @param before how far it was
     * @param outcome how it ended; what the police say later does not change it, nor the term for which it is kept
     * @param closedOn Europe/Amsterdam
     * @param unevaluatedBecause why aftercare that was given was not evaluated; null when it was, or there was none
     */
    record Closed(
            Track before,
            Outcome outcome,
            LocalDate closedOn,
            @Nullable String unevaluatedBecause) implements Track {}

    /**
     * The term is over and nothing that names or describes the victim is kept (domain.md 1.3, L8). Final.
     *
     * @param outcome how the case ended, which is kept for the figures
     * @param erasedOn Europe/Amsterdam
     */
    record Erased(Outcome outcome, LocalDate erasedOn) implements Track {}

    /** Why the municipality stepped back. */
    enum Limit {
        GRANTED_WITHOUT_VISIT,
        DECLINED_BY_VICTIM,
        WITHDRAWN_BY_VICTIM
    }

    /** What a victim said when asked. */
    enum Answer {
        WILLING,
        DECLINED,
        NO_ANSWER
    }
}
