package nl.aftercare.cases.inspecting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.Disclosures;
import nl.aftercare.cases.persistence.PartyAdvices;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Timeline;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Logbook.Processing;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Gathers what this service holds of a victim, with a line in the logbook that it was asked. */
@ApplicationScoped
class DrawUpAccess {
    private final Cases cases;
    private final Disclosures disclosures;
    private final PartyAdvices advices;
    private final Timeline timeline;
    private final Logbook logbook;
    private final CaseLog log;
    private final Time time;

    DrawUpAccess(
            Cases cases,
            Disclosures disclosures,
            PartyAdvices advices,
            Timeline timeline,
            Logbook logbook,
            CaseLog log,
            Time time) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.advices = advices;
        this.timeline = timeline;
        this.logbook = logbook;
        this.log = log;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<SubjectAccess> own(UUID caseId) {
        return cases.read(caseId)
                .call(stored -> log.record("answer-subject-access", stored))
                .flatMap(this::gather);
    }

    private Uni<SubjectAccess> gather(Stored stored) {
        var id = stored.aftercareCase().id().value();
        var robbery = stored.aftercareCase().robbery().id().value();
        // one after the other: they share a session
        return disclosures
                .permittedBy(id)
                .flatMap(permitted -> disclosures.of(id).flatMap(given -> advices.of(id)
                        .flatMap(advised -> timeline.of(robbery).flatMap(steps -> processed(id)
                                .map(processed -> SubjectAccess.of(
                                        stored,
                                        time.now(),
                                        List.copyOf(permitted),
                                        given,
                                        advised,
                                        steps,
                                        processed))))));
    }

    /** Also in the cases that go on in this one. */
    private Uni<List<Processing>> processed(UUID id) {
        return cases.goingOnAs(id)
                .onItem()
                .transformToMulti(others -> Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(id), Multi.createFrom().iterable(others)))
                .onItem()
                .transformToUniAndConcatenate(one -> logbook.about(Subject.victim(one)))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Processing::at))
                        .toList());
    }
}
