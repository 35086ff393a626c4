package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Statement;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.intake.AcceptedReport.OpenedCase;
import nl.aftercare.cases.persistence.IntakeMessages;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.cases.persistence.Robberies.Held;
import nl.aftercare.cases.persistence.Robberies.KnownVictim;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;

/** Takes in what was stated of a robbery that is known, and opens a case for every victim that is new. */
@ApplicationScoped
class TakeStatement {
    private final Robberies robberies;
    private final IntakeMessages messages;
    private final MessageBodies bodies;
    private final Logbook logbook;
    private final Time time;

    TakeStatement(Robberies robberies, IntakeMessages messages, MessageBodies bodies, Logbook logbook, Time time) {
        this.robberies = robberies;
        this.messages = messages;
        this.bodies = bodies;
        this.logbook = logbook;
        this.time = time;
    }

    /** @return all cases of the robbery after it */
    Uni<AcceptedReport> take(UUID robberyId, Statement stated, List<ReportedVictim> reported) {
        return robberies.toChange(robberyId).flatMap(held -> take(held, stated, reported));
    }

    /** Takes in all that waited under this reference for its robbery to become known. */
    Uni<Void> takeWaiting(Provenance provenance, UUID robberyId) {
        return messages.takeWaiting(provenance)
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(message -> {
                    var update = bodies.read(message);
                    return take(robberyId, update.toStatement(), update.statedVictims());
                })
                .onItem()
                .ignoreAsUni();
    }

    private Uni<AcceptedReport> take(Held held, Statement stated, List<ReportedVictim> reported) {
        var known = held.victims().stream().collect(Collectors.toMap(KnownVictim::reference, KnownVictim::caseId));
        var added = new LinkedHashMap<CaseId, Victim>();
        var restated = new LinkedHashMap<CaseId, Victim>();
        for (var victim : reported) {
            var caseId = known.get(victim.reference());
            var side = caseId == null ? added : restated;
            side.put(caseId == null ? new CaseId(Ids.next(time.now())) : caseId, victim.toDomain());
        }
        var decision = held.robbery()
                .take(stated, held.caseIds(), List.copyOf(added.keySet()))
                .orRefuse();
        return robberies
                .save(decision, added, restated, stated.statedAt())
                .chain(() -> logbook.record(
                        held.robbery().municipality(),
                        "take-statement",
                        held.robbery().id().value(),
                        subjects(added, restated)))
                .replaceWith(() -> accepted(held, added));
    }

    private static List<Subject> subjects(Map<CaseId, Victim> added, Map<CaseId, Victim> restated) {
        return Stream.of(added, restated)
                .flatMap(victims -> victims.keySet().stream())
                .map(caseId -> Subject.victim(caseId.value()))
                .toList();
    }

    private static AcceptedReport accepted(Held held, Map<CaseId, Victim> added) {
        var cases = Stream.of(
                        held.victims().stream().map(victim -> opened(victim.reference(), victim.caseId())),
                        added.entrySet().stream()
                                .map(victim -> opened(victim.getValue().reference(), victim.getKey())))
                .flatMap(Function.identity())
                .toList();
        return new AcceptedReport(held.robbery().id().value(), cases);
    }

    private static OpenedCase opened(String reference, CaseId caseId) {
        return new OpenedCase(reference, caseId.value());
    }
}
