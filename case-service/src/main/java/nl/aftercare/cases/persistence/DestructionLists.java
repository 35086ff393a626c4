package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.DestructionList;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;

/** The stored destruction lists, and what may come on one. All within the municipalities of the transaction. */
@ApplicationScoped
public class DestructionLists {
    private static final int LONGEST = 200;
    private final Transactions transactions;
    private final Playbooks playbooks;
    private final Reorganisations reorganisations;

    DestructionLists(Transactions transactions, Playbooks playbooks, Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
        this.transactions = transactions;
        this.playbooks = playbooks;
    }

    /** A list after a step; a repeat is not new. */
    public record Changed(DestructionList list, boolean isNew) {}

    /**
     * The cases of a municipality whose term is over and on which no legal hold rests, by how they ended and the longest closed first.
     *
     * @param today Europe/Amsterdam
     * @return at most 200
     */
    public Uni<List<CaseId>> due(Municipality municipality, LocalDate today) {
        return playbooks.read(municipality).flatMap(stored -> Multi.createFrom()
                .items(Outcome.values())
                .onItem()
                .transformToMultiAndConcatenate(outcome -> due(municipality, outcome, stored.playbook(), today))
                .select()
                .first(LONGEST)
                .collect()
                .asList());
    }

    public Uni<Void> add(DestructionList list) {
        return transactions.session().persist(DestructionListRow.of(list));
    }

    /**
     * Takes a list through one step, and holds it until the end of the transaction.
     *
     * @return with whether this step changed it
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<Changed> change(UUID id, Function<DestructionList, Decision<DestructionList, CaseEvent>> step) {
        return transactions
                .session()
                .find(DestructionListRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(row -> {
                    var before = row.toDomain();
                    var after = step.apply(before).orRefuse().state();
                    row.take(after);
                    return new Changed(after, !after.equals(before));
                });
    }

    public Uni<Page<DestructionList>> list(PageRequest page) {
        return page.fetch(transactions.session(), DestructionListRow.class, Filter.none(), row -> row.id)
                .map(rows -> rows.map(DestructionListRow::toDomain));
    }

    private Multi<CaseId> due(Municipality municipality, Outcome outcome, Playbook playbook, LocalDate today) {
        return transactions
                .session()
                .createQuery(
                        "from CaseRow where municipality in (:family) and track = CLOSED and outcome = :outcome"
                                + " and legalHoldBecause is null and closedOn <= :latest order by closedOn, id",
                        CaseRow.class)
                .setParameter(
                        "family",
                        reorganisations.family(municipality).stream()
                                .map(Municipality::code)
                                .toList())
                .setParameter("outcome", outcome)
                .setParameter("latest", playbook.closedBefore(outcome, today))
                .setMaxResults(LONGEST)
                .getResultList()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(row -> today.isAfter(playbook.keptUntil(outcome, row.closedOn)))
                .map(row -> new CaseId(row.id));
    }
}
