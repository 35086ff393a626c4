package nl.aftercare.cases.merging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Merger;
import nl.aftercare.cases.domain.Merger.Side;
import nl.aftercare.cases.merging.MergerResource.MergerEntry;
import nl.aftercare.cases.merging.MergerResource.SameVictim;
import nl.aftercare.cases.persistence.Mergers;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Shows what may be one incident, and does what the coordinator says of it. */
@ApplicationScoped
class MergeRobberies {
    /** What was reported longer ago was looked at when it was new. */
    private static final Duration RECENT = Duration.ofDays(90);

    private final Mergers mergers;
    private final Robberies robberies;
    private final Logbook logbook;
    private final Caller caller;
    private final Time time;

    MergeRobberies(Mergers mergers, Robberies robberies, Logbook logbook, Caller caller, Time time) {
        this.mergers = mergers;
        this.robberies = robberies;
        this.logbook = logbook;
        this.caller = caller;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<Page<MergeProposalView>> proposals(PageRequest page) {
        var since = time.now().minus(RECENT);
        return mergers.proposed(since, page).flatMap(found -> mergers.proposals(since, found.items())
                .map(proposals -> found.map(id -> MergeProposalView.of(id, proposals))));
    }

    @UnitOfWork
    @PoliceData
    Uni<Void> reject(UUID robberyId, UUID otherId) {
        return mergers.reject(robberyId, otherId, caller.subject(), time.now())
                .flatMap(robbery -> logbook.record(robbery.municipality(), "reject-merger", robberyId, List.of()));
    }

    /** @return the case in which each case of the merged robbery goes on */
    @UnitOfWork
    @PoliceData
    Uni<Map<UUID, UUID>> merge(UUID mergedId, MergerEntry entry) {
        var now = time.now();
        return mergers.merge(
                        mergedId,
                        entry.into(),
                        (kept, merged) -> Merger.of(
                                kept,
                                merged,
                                same(entry.sameVictims(), kept, merged),
                                () -> new CaseId(Ids.next(now)),
                                now))
                .call(goesOn -> robberies
                        .read(mergedId)
                        .flatMap(robbery -> logbook.record(
                                robbery.municipality(),
                                "merge-robberies",
                                mergedId,
                                Stream.concat(goesOn.keySet().stream(), goesOn.values().stream())
                                        .map(Subject::victim)
                                        .toList())));
    }

    private static Map<CaseId, CaseId> same(List<SameVictim> same, Side kept, Side merged) {
        boolean fits = same.stream().allMatch(one -> isOf(merged, one.caseId()) && isOf(kept, one.sameAs()));
        if (!fits
                || same.stream().map(SameVictim::caseId).distinct().count() != same.size()
                || same.stream().map(SameVictim::sameAs).distinct().count() != same.size()) {
            throw new InvalidInputException(
                    "sameVictims",
                    "moet trajecten van de ene overval noemen, elk hooguit één keer, met een van de andere");
        }
        return same.stream()
                .collect(Collectors.toMap(one -> new CaseId(one.caseId()), one -> new CaseId(one.sameAs())));
    }

    private static boolean isOf(Side side, UUID caseId) {
        return side.cases().stream().anyMatch(one -> one.id().value().equals(caseId));
    }
}
