package nl.aftercare.offers.domain;

import java.util.List;
import java.util.Map;

/** The table of one measure, whoever evaluates it. A pure function. */
public interface DecisionTable {

    /** Code of the measure, such as {@code restorative-mediation}. */
    String measure();

    /** The measure in Dutch. */
    String label();

    /** Names of the facts that it looks at, in the order of the table. */
    List<String> facts();

    /** @param facts by name; others than its own do not matter */
    Conclusion conclude(Map<String, String> facts);

    /**
     * What the row that matches says.
     *
     * @param outcome name of an {@link Outcome}; of the gate also {@code OPEN}
     * @param reason in plain Dutch (B1)
     * @param source the sentence of the source that the row comes from
     */
    record Conclusion(String outcome, String rule, Party party, String reason, String source) {
        private static final String OPEN = "OPEN";

        boolean isOpen() {
            return outcome.equals(OPEN);
        }
    }
}
