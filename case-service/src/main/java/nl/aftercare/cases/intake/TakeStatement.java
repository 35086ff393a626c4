package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Statement;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.intake.AcceptedReport.OpenedCase;
import nl.aftercare.cases.persistence.IntakeMessages;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.cases.persistence.Robberies.Held;
import nl.aftercare.cases.persistence.Robberies.Restated;
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

    /** @return the cases of all victims whom this feed named */
    Uni<AcceptedReport> take(UUID robberyId, Provenance provenance, Statement stated, List<ReportedVictim> reported) {
        return robberies.toChange(robberyId, provenance).flatMap(held -> take(held, provenance, stated, reported));
    }

    /** Takes in all that waited under this reference for its robbery to become known. */
    Uni<Void> takeWaiting(Provenance provenance, UUID robberyId) {
        return messages.takeWaiting(provenance)
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(message -> {
                    var update = bodies.read(message);
                    return take(robberyId, provenance, update.toStatement(), update.statedVictims());
                })
                .onItem()
                .ignoreAsUni();
    }

    private Uni<AcceptedReport> take(
            Held held, Provenance provenance, Statement stated, List<ReportedVictim> reported) {
        var added = new LinkedHashMap<CaseId, Victim>();
        var restated = new LinkedHashMap<CaseId, Restated>();
        for (var victim : reported) {
            var caseId = held.named().get(victim.reference());
            if (caseId == null) {
                added.put(new CaseId(Ids.next(time.now())), victim.toDomain());
            } else {
                restated.put(caseId, new Restated(victim.toDomain(), victim.addressShielded() != null));
            }
        }
        var decision = held.robbery()
                .take(stated, held.caseIds(), List.copyOf(added.keySet()))
                .orRefuse();
        return robberies
                .save(decision, added, restated, provenance, stated.statedAt(), time.today())
                .chain(() -> logbook.record(
                        held.robbery().municipality(),
                        "take-statement",
                        held.robbery().id().value(),
                        Stream.concat(added.keySet().stream(), restated.keySet().stream())
                                .map(caseId -> Subject.victim(caseId.value()))
                                .toList()))
                .replaceWith(() -> accepted(held, added));
    }

    private static AcceptedReport accepted(Held held, Map<CaseId, Victim> added) {
        var cases = Stream.concat(
                        held.named().entrySet().stream().map(victim -> opened(victim.getKey(), victim.getValue())),
                        added.entrySet().stream()
                                .map(victim -> opened(victim.getValue().reference(), victim.getKey())))
                .sorted(Comparator.comparing(OpenedCase::caseId))
                .toList();
        return new AcceptedReport(held.robbery().id().value(), cases);
    }

    private static OpenedCase opened(String reference, CaseId caseId) {
        return new OpenedCase(reference, caseId.value());
    }
}
