package nl.aftercare.cases.searching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.SearchWords;
import nl.aftercare.cases.persistence.CaseIndex;
import nl.aftercare.cases.persistence.CaseIndex.Found;
import nl.aftercare.cases.persistence.Designations;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.searching.CaseSearchResource.CaseSearchResult;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Finds cases by whole words, and keeps in the logbook who was found, by whom and for which purpose. */
@ApplicationScoped
class FindCases {
    private static final int MOST = 20;
    private final CaseIndex index;
    private final Designations designations;
    private final Logbook logbook;
    private final Caller caller;
    private final Time time;

    FindCases(CaseIndex index, Designations designations, Logbook logbook, Caller caller, Time time) {
        this.index = index;
        this.designations = designations;
        this.logbook = logbook;
        this.caller = caller;
        this.time = time;
    }

    @UnitOfWork
    @PoliceData
    Uni<CaseSearchResult> find(CaseSearch search) {
        var words = SearchWords.of(search.words());
        if (words.isEmpty()) {
            throw new InvalidInputException("words", "moet minstens één getal of één woord van twee letters hebben");
        }
        return designations
                .of(caller.subject(), time.today())
                .map(designated -> designated.stream().map(Municipality::code).collect(Collectors.toSet()))
                .flatMap(municipalities -> index.find(municipalities, words, MOST + 1))
                .map(found -> new CaseSearchResult(found.stream().limit(MOST).toList(), found.size() > MOST))
                .call(result -> logbook.recordEach(
                        "find-case-to-"
                                + search.purpose()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        result.cases(),
                        found -> new Municipality(found.municipality()),
                        Found::caseId,
                        found -> Subject.victim(found.caseId())));
    }
}
