package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Designation;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;

/** Who the mayors designated. All within the municipalities of the transaction. */
@ApplicationScoped
public class Designations {
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    Designations(Transactions transactions, Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
        this.transactions = transactions;
    }

    public Uni<Void> save(Designation designation) {
        return transactions.session().persist(DesignationRow.of(designation));
    }

    /**
     * Ends a designation earlier than it said; one that ends before that stays as it is.
     *
     * @param endsOn last day
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<Designation> end(UUID id, LocalDate endsOn) {
        return transactions
                .session()
                .find(DesignationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(row -> {
                    if (endsOn.isBefore(row.endsOn)) {
                        row.endsOn = endsOn;
                    }
                    return row.toDomain();
                });
    }

    public Uni<Page<Designation>> list(PageRequest page) {
        return page.fetch(transactions.session(), DesignationRow.class, Filter.none(), row -> row.id)
                .map(rows -> rows.map(DesignationRow::toDomain));
    }

    public Uni<Page<Designation>> listOf(String person, PageRequest page) {
        return page.fetch(
                        transactions.session(),
                        DesignationRow.class,
                        Filter.none().and("person", person),
                        row -> row.id)
                .map(rows -> rows.map(DesignationRow::toDomain));
    }

    /** @return the municipalities whose mayor designated this person for that day, with those that merged into them */
    public Uni<Set<Municipality>> of(String person, LocalDate day) {
        return transactions
                .session()
                .createQuery(
                        "select municipality from DesignationRow where person = :person and startsOn <= :day and endsOn >= :day",
                        String.class)
                .setParameter("person", person)
                .setParameter("day", day)
                .getResultList()
                .map(codes -> reorganisations.withMerged(codes.stream()
                        .map(Municipality::new)
                        // with a municipality ends the office of its mayor
                        .filter(one -> reorganisations.today(one).equals(one))
                        .collect(Collectors.toUnmodifiableSet())));
    }
}
