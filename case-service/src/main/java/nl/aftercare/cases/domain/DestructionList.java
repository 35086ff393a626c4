package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Municipality;

/**
 * Vernietigingslijst: cases whose term is over (L8). One person draws it up, another one decides; what is on it is erased after that
 * alone.
 *
 * @param drawnUpBy subject of the person's token
 * @param drawnUpOn Europe/Amsterdam
 */
public record DestructionList(
        UUID id, Municipality municipality, String drawnUpBy, LocalDate drawnUpOn, List<CaseId> cases, State state) {

    /** What was decided about it. */
    public sealed interface State {
        record Proposed() implements State {}

        /** @param on Europe/Amsterdam */
        record Approved(String by, LocalDate on) implements State {}

        /**
         * @param on Europe/Amsterdam
         * @param reason without personal data
         */
        record Rejected(String by, LocalDate on, String reason) implements State {}
    }

    public DestructionList {
        cases = List.copyOf(cases);
    }

    /** @param cases whose term is over; at least one */
    public static Decision<DestructionList, CaseEvent> drawUp(
            UUID id, Municipality municipality, String by, LocalDate today, List<CaseId> cases) {
        return cases.isEmpty()
                ? Decision.refused("nothing-to-destroy", "Van geen enkel traject is de bewaartermijn voorbij.")
                : Decision.unchanged(new DestructionList(id, municipality, by, today, cases, new State.Proposed()));
    }

    /** A repeat changes nothing. */
    public Decision<DestructionList, CaseEvent> approve(String by, LocalDate today) {
        return switch (state) {
            case State.Approved approved -> Decision.unchanged(this);
            case State.Rejected rejected -> alreadyDecided();
            case State.Proposed proposed -> decided(by, new State.Approved(by, today));
        };
    }

    /** A repeat changes nothing. */
    public Decision<DestructionList, CaseEvent> reject(String by, LocalDate today, String reason) {
        return switch (state) {
            case State.Approved approved -> alreadyDecided();
            case State.Rejected rejected -> Decision.unchanged(this);
            case State.Proposed proposed -> decided(by, new State.Rejected(by, today, reason));
        };
    }

    private Decision<DestructionList, CaseEvent> decided(String by, State next) {
        return by.equals(drawnUpBy)
                ? Decision.refused("same-person", "U heeft deze lijst zelf gemaakt. Een collega moet erover beslissen.")
                : Decision.unchanged(new DestructionList(id, municipality, drawnUpBy, drawnUpOn, cases, next));
    }

    private static Decision<DestructionList, CaseEvent> alreadyDecided() {
        return Decision.refused("already-decided", "Over deze lijst is al beslist.");
    }
}
