package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyId;
import nl.aftercare.cases.intake.AcceptedReport.OpenedCase;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
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
    private final Logbook logbook;
    private final Time time;

    ReportRobbery(Robberies robberies, Logbook logbook, Time time) {
        this.robberies = robberies;
        this.logbook = logbook;
        this.time = time;
    }

    /** @return 201 for a new robbery, 200 for a repeat */
    Uni<Outcome<AcceptedReport>> report(RobberyReport report, Provenance provenance) {
        return robberies
                .findReported(new Municipality(report.municipality()), provenance.feed(), provenance.reference())
                .flatMap(known -> known == null ? open(report, provenance) : repeat(known, provenance));
    }

    private Uni<Outcome<AcceptedReport>> open(RobberyReport report, Provenance provenance) {
        var now = time.now();
        var robbery = new Robbery(
                new RobberyId(Ids.next(now)),
                new Municipality(report.municipality()),
                report.kind(),
                report.occurredAt(),
                now,
                report.circumstances());
        var caseIds = Stream.generate(() -> new CaseId(Ids.next(now)))
                .limit(report.victims().size())
                .toList();
        var opened = Robbery.report(robbery, caseIds).orRefuse();
        var victims = report.victims().stream().map(ReportedVictim::toDomain).toList();
        return robberies
                .save(opened, victims, provenance)
                .chain(() -> logbook.record(
                        robbery.municipality(),
                        "receive-robbery-report",
                        robbery.id().value(),
                        caseIds.stream().map(id -> Subject.victim(id.value())).toList()))
                .replaceWith(new Outcome<>(201, accepted(report, robbery.id(), caseIds)));
    }

    private static Uni<Outcome<AcceptedReport>> repeat(Robberies.Reported known, Provenance provenance) {
        if (!known.reportHash().equals(provenance.reportHash())) {
            throw new RefusedException(new Refusal(
                    "report-differs", "Deze overval is al gemeld onder deze reference, met een andere inhoud."));
        }
        var cases = known.victims().stream()
                .map(victim ->
                        new OpenedCase(victim.reference(), victim.caseId().value()))
                .toList();
        return Uni.createFrom().item(new Outcome<>(200, new AcceptedReport(known.robberyId(), cases)));
    }

    private static AcceptedReport accepted(RobberyReport report, RobberyId robberyId, List<CaseId> caseIds) {
        var cases = IntStream.range(0, caseIds.size())
                .mapToObj(i -> new OpenedCase(
                        report.victims().get(i).reference(), caseIds.get(i).value()))
                .toList();
        return new AcceptedReport(robberyId.value(), cases);
    }
}
