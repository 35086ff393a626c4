package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.Coordinator;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;

/** Who coordinates aftercare in which municipality, and in all that merged into it. */
@ApplicationScoped
public class Coordinators {
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    Coordinators(Transactions transactions, Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
        this.transactions = transactions;
    }

    /** @throws ProblemException 404 when none is known */
    public Uni<Coordinator> read(Municipality municipality) {
        return transactions
                .session()
                .find(CoordinatorRow.class, reorganisations.today(municipality).code())
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(row -> new Coordinator(municipality, row.name, row.email));
    }

    /** Sets the coordinator, in place of the former one. */
    public Uni<Void> save(Coordinator coordinator) {
        return transactions
                .session()
                .createNativeQuery(
                        "insert into coordinator (municipality, name, email) values (:municipality, :name, :email)"
                                + " on conflict (municipality) do update set name = excluded.name, email = excluded.email")
                .setParameter(
                        "municipality",
                        reorganisations.today(coordinator.municipality()).code())
                .setParameter("name", coordinator.name())
                .setParameter("email", coordinator.email())
                .executeUpdate()
                .replaceWithVoid();
    }
}
