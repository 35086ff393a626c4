package nl.aftercare.cases.domain;

import java.time.LocalDate;

/**
 * Besluit over de nazorg of one victim, by a named person (domain.md 1.4, 1.7). There is one neutral way to withhold, and no reason
 * is kept: a reason could be criminal-offence data about the victim (domain.md 1.7).
 *
 * @param decidedBy subject of the person's token
 * @param decidedOn Europe/Amsterdam
 */
public record AftercareDecision(Result result, String decidedBy, LocalDate decidedOn) {

    /** What was decided. */
    public enum Result {
        GRANTED_WITH_VISIT,
        /** Slachtofferhulp and the branch organisation only. */
        GRANTED_WITHOUT_VISIT,
        WITHHELD
    }
}
