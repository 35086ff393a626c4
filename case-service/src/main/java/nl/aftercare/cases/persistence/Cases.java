package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.messaging.CaseEventWriter;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;

/** The stored aftercare cases. All within the municipalities of the transaction. */
@ApplicationScoped
public class Cases {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CaseEventWriter writer;

    Cases(Transactions transactions, Outbox outbox, CaseEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** A case with its victim and the version of what was read. */
    public record Stored(AftercareCase aftercareCase, Victim victim, int version) {}

    /**
     * Loads a case to change it. Holds its robbery until the end of the transaction, so that what is told of one robbery is
     * told in the order in which it was committed.
     *
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<AftercareCase> toChange(UUID id) {
        return transactions
                .session()
                .createQuery(
                        "from RobberyRow where id = (select robberyId from CaseRow where id = :case)", RobberyRow.class)
                .setParameter("case", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(robbery -> row(id).map(row -> row.toDomain(robbery.toDomain())));
    }

    public Uni<Stored> read(UUID id) {
        return row(id).flatMap(this::stored);
    }

    public Uni<AftercareCase> save(Accepted<AftercareCase, CaseEvent> accepted) {
        var changed = accepted.state();
        return row(changed.id().value())
                .invoke(row -> row.take(changed))
                .chain(() -> outbox.append(writer.write(changed.robbery().municipality(), accepted.events())))
                .replaceWith(changed);
    }

    public Uni<Page<AftercareCase>> list(PageRequest page) {
        return page.fetch(
                        before -> transactions
                                .session()
                                .createQuery(
                                        "select c, r from CaseRow c join RobberyRow r on r.id = c.robberyId"
                                                + " where c.id < :before order by c.id desc",
                                        Object[].class)
                                .setParameter("before", before),
                        pair -> ((CaseRow) pair[0]).id)
                .map(pairs -> pairs.map(pair -> ((CaseRow) pair[0]).toDomain(((RobberyRow) pair[1]).toDomain())));
    }

    private Uni<CaseRow> row(UUID id) {
        return transactions.session().find(CaseRow.class, id).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private Uni<Stored> stored(CaseRow row) {
        return transactions
                .session()
                .find(RobberyRow.class, row.robberyId)
                .map(robbery -> new Stored(row.toDomain(robbery.toDomain()), row.victim(), row.version));
    }
}
