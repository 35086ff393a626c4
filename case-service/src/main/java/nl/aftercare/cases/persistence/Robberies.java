package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.messaging.CaseEventWriter;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored robberies. All within the municipalities of the transaction. */
@ApplicationScoped
public class Robberies {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CaseEventWriter writer;

    Robberies(Transactions transactions, Outbox outbox, CaseEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** A robbery with its cases, as a report made it. */
    public record Reported(UUID robberyId, String reportHash, List<ReportedVictim> victims) {}

    public record ReportedVictim(String reference, CaseId caseId) {}

    /** @return null when this feed has not reported it yet */
    public Uni<@Nullable Reported> findReported(Municipality municipality, String feed, String reference) {
        return transactions
                .session()
                .createQuery(
                        "from RobberyRow where municipality = :municipality and feed = :feed and feedReference = :reference",
                        RobberyRow.class)
                .setParameter("municipality", municipality.code())
                .setParameter("feed", feed)
                .setParameter("reference", reference)
                .getSingleResultOrNull()
                .flatMap(row -> row == null ? Uni.createFrom().nullItem() : reported(row));
    }

    /** @param victims in the order of the cases of the accepted report */
    public Uni<Void> save(Accepted<Robbery.Opened, CaseEvent> accepted, List<Victim> victims, Provenance provenance) {
        var opened = accepted.state();
        var rows = new ArrayList<Object>();
        rows.add(RobberyRow.of(opened.robbery(), provenance));
        IntStream.range(0, victims.size())
                .mapToObj(i -> CaseRow.of(opened.cases().get(i), victims.get(i)))
                .forEach(rows::add);
        return transactions
                .session()
                .persistAll(rows.toArray())
                .chain(() -> outbox.append(writer.write(opened.robbery().municipality(), accepted.events())));
    }

    public Uni<Robbery> read(UUID id) {
        return transactions
                .session()
                .find(RobberyRow.class, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(RobberyRow::toDomain);
    }

    public Uni<Page<Robbery>> list(PageRequest page) {
        return page.fetch(transactions.session(), RobberyRow.class, Filter.none(), row -> row.id)
                .map(rows -> rows.map(RobberyRow::toDomain));
    }

    private Uni<Reported> reported(RobberyRow row) {
        return transactions
                .session()
                .createQuery("from CaseRow where robberyId = :robbery order by id", CaseRow.class)
                .setParameter("robbery", row.id)
                .getResultList()
                .map(cases -> new Reported(row.id, row.reportHash, victims(cases.stream())));
    }

    private static List<ReportedVictim> victims(Stream<CaseRow> cases) {
        return cases.map(row -> new ReportedVictim(row.victimReference, new CaseId(row.id)))
                .toList();
    }
}
