package nl.aftercare.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Eerste bezoek to a victim who is open to it (domain.md section 4). */
public sealed interface FirstVisit {

    record NotPlanned() implements FirstVisit {}

    record Planned(Plan plan) implements FirstVisit {}

    /** @param heldOn Europe/Amsterdam */
    record Held(Plan plan, LocalDate heldOn) implements FirstVisit {}

    /**
     * What was planned.
     *
     * @param on day of the visit, Europe/Amsterdam
     * @param policePresent whether somebody of the police comes along, which the source advises against (V7)
     * @param adviceAsked whether Slachtofferhulp was asked for advice on the conversation (V5)
     * @param withoutClearanceBecause why it is planned before the police cleared it (V3); null when they did
     */
    record Plan(
            LocalDate on,
            Visitor visitor,
            boolean policePresent,
            boolean adviceAsked,
            @Nullable String withoutClearanceBecause) {}

    /** Who visits on behalf of the municipality (V6). */
    enum Visitor {
        COORDINATOR,
        MUNICIPAL_REPRESENTATIVE,
        MAYOR
    }
}
