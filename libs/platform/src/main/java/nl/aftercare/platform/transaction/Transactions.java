package nl.aftercare.platform.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Objects;
import java.util.function.Supplier;
import nl.aftercare.platform.tenancy.Tenancy;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs work in one PostgreSQL transaction that sees only the rows of the given municipalities (row-level security).
 */
@ApplicationScoped
public class Transactions {
    private static final String ANNOUNCED = Transactions.class.getName();
    private static final String TENANCY = Transactions.class.getName() + ".tenancy";
    private final Mutiny.SessionFactory sessions;
    private final Event<Committed> committed;

    Transactions(Mutiny.SessionFactory sessions, Event<Committed> committed) {
        this.sessions = sessions;
        this.committed = committed;
    }

    /** Told after the commit of what {@link #announce} marked, on the thread that committed. */
    public record Committed() {}

    /**
     * A client that hangs up does not stop the work half-way: once begun, it commits or fails by itself.
     *
     * @throws IllegalStateException within a transaction: the inner one would work with the tenancy of the outer
     */
    public <T> Uni<T> in(Tenancy tenancy, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> open(tenancy, work)).memoize().indefinitely();
    }

    /** What the current transaction sees. */
    public Tenancy tenancy() {
        return context().getLocal(TENANCY);
    }

    /** From here on the current transaction sees the rows of these municipalities alone. */
    public Uni<Void> narrow(Tenancy tenancy) {
        return enter(session(), tenancy).replaceWithVoid();
    }

    /** Has {@link Committed} told when the current transaction commits. */
    public void announce() {
        context().putLocal(ANNOUNCED, true);
    }

    /** @throws IllegalStateException outside a transaction */
    public Mutiny.Session session() {
        var session = sessions.getCurrentSession();
        if (session == null) {
            throw new IllegalStateException("no transaction: call this within Transactions.in or a @UnitOfWork");
        }
        return session;
    }

    private <T> Uni<T> open(Tenancy tenancy, Supplier<Uni<T>> work) {
        if (sessions.getCurrentSession() != null) {
            throw new IllegalStateException("a transaction is open already");
        }
        var context = context();
        context.removeLocal(ANNOUNCED);
        return sessions.withTransaction(
                        (session, transaction) -> enter(session, tenancy).chain(work::get))
                .invoke(() -> {
                    if (context.removeLocal(ANNOUNCED)) {
                        committed.fire(new Committed());
                    }
                });
    }

    private static Context context() {
        return Objects.requireNonNull(Vertx.currentContext(), "transactions run on a Vert.x context");
    }

    private static Uni<Integer> enter(Mutiny.Session session, Tenancy tenancy) {
        // as an update: Hibernate keeps a plan for every single native select, and looks through all of them
        context().putLocal(TENANCY, tenancy);
        return session.createNativeQuery("select set_config('aftercare.municipalities', :codes, true)")
                .setParameter("codes", tenancy.setting())
                .executeUpdate();
    }
}
