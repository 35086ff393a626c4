package nl.aftercare.platform.transaction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Supplier;
import nl.aftercare.platform.tenancy.Tenancy;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs work in one PostgreSQL transaction that sees only the rows of the given municipalities (row-level security), and
 * tells {@link Committed} after the commit.
 */
@ApplicationScoped
public class Transactions {
    private final Mutiny.SessionFactory sessions;
    private final Event<Committed> committed;

    Transactions(Mutiny.SessionFactory sessions, Event<Committed> committed) {
        this.sessions = sessions;
        this.committed = committed;
    }

    /** Told after each commit, on the thread that committed: the outbox may hold something new. */
    public record Committed() {}

    /** A client that hangs up does not stop the work half-way: once begun, it commits or fails by itself. */
    public <T> Uni<T> in(Tenancy tenancy, Supplier<Uni<T>> work) {
        return sessions.withTransaction(
                        (session, transaction) -> enter(session, tenancy).chain(work::get))
                .invoke(() -> committed.fire(new Committed()))
                .memoize()
                .indefinitely();
    }

    /** @throws IllegalStateException outside a transaction */
    public Mutiny.Session session() {
        var session = sessions.getCurrentSession();
        if (session == null) {
            throw new IllegalStateException("no transaction: call this within Transactions.in or a @UnitOfWork");
        }
        return session;
    }

    private static Uni<String> enter(Mutiny.Session session, Tenancy tenancy) {
        return session.createNativeQuery("select set_config('aftercare.municipalities', :codes, true)", String.class)
                .setParameter("codes", tenancy.setting())
                .getSingleResult();
    }
}
