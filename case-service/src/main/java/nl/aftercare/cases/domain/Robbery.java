package nl.aftercare.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.cases.domain.CaseEvent.RobberyReported;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;

/**
 * Overval: one incident with any number of victims. An attempt counts (domain.md, S15).
 *
 * @param occurredAt when it happened, UTC
 * @param reportedAt when the municipality got to know, UTC
 */
public record Robbery(
        RobberyId id,
        Municipality municipality,
        RobberyKind kind,
        Instant occurredAt,
        Instant reportedAt,
        Circumstances circumstances) {
    /** What a report opens: the robbery and a case for each victim, in the order of the report. */
    public record Opened(Robbery robbery, List<AftercareCase> cases) {}

    /**
     * Takes in a report (domain.md T2: the script begins at the moment of the report).
     *
     * @param caseIds one for each victim in the report
     */
    public static Decision<Opened, CaseEvent> report(Robbery robbery, List<CaseId> caseIds) {
        if (robbery.occurredAt().isAfter(robbery.reportedAt())) {
            return Decision.refused("robbery-in-future", "Het tijdstip van de overval ligt in de toekomst.");
        }
        var cases = caseIds.stream().map(id -> AftercareCase.open(id, robbery)).toList();
        return Decision.accepted(new Opened(robbery, cases), new RobberyReported(robbery, caseIds));
    }

    /** Calendar date in Europe/Amsterdam: what every term counts from. */
    public LocalDate occurredOn() {
        return DutchTime.dateOf(occurredAt);
    }
}
