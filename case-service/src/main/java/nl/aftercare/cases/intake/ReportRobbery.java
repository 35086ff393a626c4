package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyFacts;
import nl.aftercare.cases.domain.RobberyId;
import nl.aftercare.cases.domain.Statement;
import nl.aftercare.cases.intake.AcceptedReport.OpenedCase;
import nl.aftercare.cases.persistence.FeedReferences;
import nl.aftercare.cases.persistence.FeedReferences.Known;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.time.Time;

/** Opens a robbery with a case per victim; the same robbery reported again opens nothing. */
@ApplicationScoped
class ReportRobbery {
    private final Robberies robberies;
    private final Origins origins;
    private final FeedReferences references;
    private final TakeStatement takeStatement;
    private final Logbook logbook;
    private final Time time;

    ReportRobbery(
            Robberies robberies,
            Origins origins,
            FeedReferences references,
            TakeStatement takeStatement,
            Logbook logbook,
            Time time) {
        this.origins = origins;
        this.robberies = robberies;
        this.references = references;
        this.takeStatement = takeStatement;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * @param hash tells a repeat from a report that differs
     * @return 201 for a new robbery, 200 for a repeat
     */
    @PoliceData
    Uni<Outcome<AcceptedReport>> report(RobberyReport report, String hash) {
        return origins.of(report.municipality(), report.reference())
                .flatMap(provenance -> report(report, provenance, hash));
    }

    private Uni<Outcome<AcceptedReport>> report(RobberyReport report, Provenance provenance, String hash) {
        var id = new RobberyId(Ids.next(time.now()));
        return references
                .claim(provenance, id.value(), hash)
                .flatMap(first -> first
                        ? open(report, id, provenance)
                        : references.hold(provenance).flatMap(known -> second(report, provenance, hash, id, known)));
    }

    /** The feed spoke of this robbery before: it repeats its report, or something overtook it. */
    private Uni<Outcome<AcceptedReport>> second(
            RobberyReport report, Provenance provenance, String hash, RobberyId id, Known known) {
        var robberyId = known.robberyId();
        var firstHash = known.reportHash();
        if (robberyId != null && firstHash != null) {
            return repeat(robberyId, provenance, firstHash, hash);
        }
        if (robberyId != null) {
            return references
                    .know(provenance, robberyId, hash)
                    .chain(() -> takeStatement.take(robberyId, provenance, report.toStatement(), report.victims()))
                    .map(accepted -> new Outcome<>(200, accepted));
        }
        return open(report, id, provenance)
                .call(() -> references.know(provenance, id.value(), hash))
                .call(() -> takeStatement.takeWaiting(provenance, id.value()));
    }

    private Uni<Outcome<AcceptedReport>> open(RobberyReport report, RobberyId id, Provenance provenance) {
        var now = time.now();
        var municipality = provenance.municipality();
        var caseIds = Stream.generate(() -> new CaseId(Ids.next(now)))
                .limit(report.victims().size())
                .sorted(Comparator.comparing(CaseId::value))
                .toList();
        var facts = RobberyFacts.of(report.kind(), report.occurredAt()).with(report.toStatement());
        var opened = Robbery.report(Robbery.first(id, municipality, now, facts), caseIds)
                .orRefuse();
        var victims = report.victims().stream().map(ReportedVictim::toDomain).toList();
        return robberies
                .save(opened, victims, provenance, Statement.FIRST)
                .chain(() -> logbook.record(
                        municipality,
                        "receive-robbery-report",
                        id.value(),
                        caseIds.stream()
                                .map(caseId -> Subject.victim(caseId.value()))
                                .toList()))
                .replaceWith(new Outcome<>(201, accepted(report, id, caseIds)));
    }

    private Uni<Outcome<AcceptedReport>> repeat(UUID robberyId, Provenance provenance, String firstHash, String hash) {
        if (!firstHash.equals(hash)) {
            throw new RefusedException(new Refusal(
                    "report-differs", "Deze overval is al gemeld onder deze reference, met een andere inhoud."));
        }
        return robberies
                .toChange(robberyId, provenance)
                .map(held -> held.named().entrySet().stream()
                        .map(victim -> new OpenedCase(
                                victim.getKey(), victim.getValue().value()))
                        .sorted(Comparator.comparing(OpenedCase::caseId))
                        .toList())
                .map(cases -> new Outcome<>(200, new AcceptedReport(robberyId, cases)));
    }

    private static AcceptedReport accepted(RobberyReport report, RobberyId id, List<CaseId> caseIds) {
        var cases = IntStream.range(0, caseIds.size())
                .mapToObj(i -> new OpenedCase(
                        report.victims().get(i).reference(), caseIds.get(i).value()))
                .toList();
        return new AcceptedReport(id.value(), cases);
    }
}
