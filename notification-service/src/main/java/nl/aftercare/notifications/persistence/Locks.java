package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.platform.transaction.Transactions;

/** For what is looked for before it is made: of two who do so at the same time, one waits for the other. */
@ApplicationScoped
class Locks {
    private final Transactions transactions;

    Locks(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Until the end of the transaction. */
    Uni<Void> hold(String name) {
        return transactions
                .session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))", Object.class)
                .setParameter("name", name)
                .getResultList()
                .replaceWithVoid();
    }
}
