package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.Coordinator;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.Transactions;

/** Who coordinates aftercare in which municipality. */
@ApplicationScoped
public class Coordinators {
    private final Transactions transactions;

    Coordinators(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @throws ProblemException 404 when none is known */
    public Uni<Coordinator> read(Municipality municipality) {
        return transactions
                .session()
                .find(CoordinatorRow.class, municipality.code())
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
                .setParameter("municipality", coordinator.municipality().code())
                .setParameter("name", coordinator.name())
                .setParameter("email", coordinator.email())
                .executeUpdate()
                .replaceWithVoid();
    }
}
