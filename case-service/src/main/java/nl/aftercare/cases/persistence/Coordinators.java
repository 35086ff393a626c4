package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.Coordinator;
import nl.aftercare.cases.domain.Coordinator.Manager;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

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
                .map(row -> new Coordinator(municipality, row.name, row.email, manager(row)));
    }

    /** Sets the coordinator, in place of the former one. */
    public Uni<Void> save(Coordinator coordinator) {
        var manager = coordinator.manager();
        return transactions
                .session()
                .createNativeQuery("insert into coordinator (municipality, name, email, manager_name, manager_email)"
                        + " values (:municipality, :name, :email, cast(:managerName as text), cast(:managerEmail as text))"
                        + " on conflict (municipality) do update set name = excluded.name, email = excluded.email,"
                        + " manager_name = excluded.manager_name, manager_email = excluded.manager_email")
                .setParameter(
                        "municipality",
                        reorganisations.today(coordinator.municipality()).code())
                .setParameter("name", coordinator.name())
                .setParameter("email", coordinator.email())
                .setParameter("managerName", manager == null ? null : manager.name())
                .setParameter("managerEmail", manager == null ? null : manager.email())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static @Nullable Manager manager(CoordinatorRow row) {
        return row.managerName == null || row.managerEmail == null
                ? null
                : new Manager(row.managerName, row.managerEmail);
    }
}
