package nl.aftercare.cases.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseEvent.RobberyChanged;
import nl.aftercare.cases.domain.CaseEvent.RobberyReported;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Overval: one incident with any number of victims. An attempt counts (domain.md, S15).
 *
 * @param reportedAt when the municipality got to know, UTC
 * @param revision 1 at the report; rises with every change that is told
 * @param mergedInto under which all goes on; null while it stands by itself
 */
public record Robbery(
        RobberyId id,
        Municipality municipality,
        Instant reportedAt,
        RobberyFacts facts,
        int revision,
        @Nullable RobberyId mergedInto) {

    /** As it is first reported. */
    public static Robbery first(RobberyId id, Municipality municipality, Instant reportedAt, RobberyFacts facts) {
        return new Robbery(id, municipality, reportedAt, facts, 1, null);
    }

    /** What a report opens: the robbery and a case for each victim, in the order of the report. */
    public record Opened(Robbery robbery, List<AftercareCase> cases) {}

    /**
     * Takes in a report (domain.md T2: the script begins at the moment of the report).
     *
     * @param caseIds one for each victim in the report
     */
    public static Decision<Opened, CaseEvent> report(Robbery robbery, List<CaseId> caseIds) {
        if (robbery.facts.occurredAt().isAfter(robbery.reportedAt)) {
            return Decision.refused("robbery-in-future", "Het tijdstip van de overval ligt in de toekomst.");
        }
        var today = DutchTime.dateOf(robbery.reportedAt);
        var cases = caseIds.stream()
                .map(id -> AftercareCase.open(id, robbery, today))
                .toList();
        return Decision.accepted(new Opened(robbery, cases), new RobberyReported(robbery, caseIds));
    }

    /**
     * Takes in what was stated after, or before, the report. A repeat and what was overtaken change nothing and are not told.
     *
     * @param known the cases that are there, in the order in which they were opened
     * @param added cases for victims that became known by this statement
     */
    public Decision<Robbery, CaseEvent> take(Statement stated, List<CaseId> known, List<CaseId> added) {
        return know(facts.with(stated), known, added);
    }

    /** As {@link #take}, of all that is known now. */
    Decision<Robbery, CaseEvent> know(RobberyFacts after, List<CaseId> known, List<CaseId> added) {
        if (after.saysTheSameAs(facts) && added.isEmpty()) {
            return Decision.unchanged(with(after, revision));
        }
        var changed = with(after, revision + 1);
        return Decision.accepted(
                changed,
                new RobberyChanged(
                        changed, Stream.concat(known.stream(), added.stream()).toList()));
    }

    private Robbery with(RobberyFacts known, int counted) {
        return new Robbery(id, municipality, reportedAt, known, counted, mergedInto);
    }

    /** It is told as merged, not as changed. */
    Robbery mergedInto(RobberyId kept, Instant now) {
        return new Robbery(id, municipality, reportedAt, facts.with(Statement.noRobbery(now)), revision, kept);
    }

    /** The municipality got to know by the first of two reports. */
    Robbery reportedBy(Instant other) {
        var first = other.isBefore(reportedAt) ? other : reportedAt;
        return new Robbery(id, municipality, first, facts, revision, mergedInto);
    }

    public RobberyKind kind() {
        return facts.kind();
    }

    /** How long it took until the municipality got to know (T1). */
    public Duration reportDelay() {
        return Duration.between(facts.occurredAt(), reportedAt);
    }

    /** Calendar date in Europe/Amsterdam: what every term counts from. */
    public LocalDate occurredOn() {
        return facts.occurredOn();
    }
}
