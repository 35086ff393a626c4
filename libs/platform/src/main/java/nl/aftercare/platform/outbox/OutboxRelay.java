package nl.aftercare.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import nl.aftercare.platform.transaction.Transactions.Committed;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in commit order. Any number of replicas may run one: a batch is one transaction that takes an
 * advisory lock, deletes the oldest rows, sends them, awaits the broker and commits; whoever misses the lock tries again
 * soon. A crash before the commit sends the batch anew, which the inbox of the reader absorbs. Woken by commits, with a slow
 * poll as the net.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 1_000;
    private static final long LOCK_RETRY_MILLIS = 20;
    private static final long FAILURE_RETRY_MILLIS = 500;
    private static final int NOT_MY_TURN = -1;

    // asynchronous commit is safe here: a lost commit sends again
    private static final String TAKE_TURN = """
            select pg_try_advisory_xact_lock(7246), set_config('synchronous_commit', 'off', true),
                   set_config('enable_seqscan', 'off', true)""";

    // by ctid: on an empty table's statistics the planner would join with a nested loop
    private static final String TAKE_ROWS = """
            delete from outbox
            where ctid = any(array(select ctid from outbox order by sequence limit $1 for update))
            returning sequence, id, topic, type, key, subject, municipality, traceparent, recorded_at, data""";

    private final Pool pool;
    private final Vertx vertx;
    private final EventPublisher publisher;
    private final MeterRegistry meters;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile boolean stopped;
    private Context context;
    private long poll;

    OutboxRelay(Pool pool, Vertx vertx, EventPublisher publisher, MeterRegistry meters) {
        this.pool = pool;
        this.vertx = vertx;
        this.publisher = publisher;
        this.meters = meters;
        this.context = vertx.getDelegate().getOrCreateContext();
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getDelegate().getOrCreateContext();
        poll = vertx.getDelegate().setPeriodic(POLL_MILLIS, timer -> wake());
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.getDelegate().cancelTimer(poll);
    }

    void committed(@Observes Committed event) {
        wake();
    }

    private void wake() {
        pending.set(true);
        if (running.compareAndSet(false, true)) {
            context.runOnContext(ignored -> relay());
        }
    }

    private void relay() {
        pending.set(false);
        if (stopped) {
            return;
        }
        batch().subscribe().with(this::relayed, this::failed);
    }

    private void relayed(int count) {
        if (count == BATCH) {
            context.runOnContext(ignored -> relay());
            return;
        }
        running.set(false);
        if (count == NOT_MY_TURN) {
            vertx.getDelegate().setTimer(LOCK_RETRY_MILLIS, timer -> wake());
        } else if (pending.get()) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        LOG.warnf("outbox not relayed, trying again: %s", failure.getClass().getName());
        vertx.getDelegate().setTimer(FAILURE_RETRY_MILLIS, timer -> {
            running.set(false);
            wake();
        });
    }

    private Uni<Integer> batch() {
        return pool.getConnection().flatMap(connection -> connection
                .begin()
                .flatMap(transaction -> batch(connection, transaction))
                .eventually(connection::close));
    }

    private Uni<Integer> batch(SqlConnection connection, Transaction transaction) {
        return takeTurn(connection)
                .flatMap(mine -> mine
                        ? takeRows(connection).call(publisher::publish).map(List::size)
                        : Uni.createFrom().item(NOT_MY_TURN))
                .call(transaction::commit)
                .invoke(count -> meters.counter("aftercare.outbox.relayed").increment(Math.max(count, 0)))
                .onFailure()
                .call(failure -> transaction.rollback().onFailure().recoverWithNull());
    }

    private static Uni<Boolean> takeTurn(SqlConnection connection) {
        return connection.query(TAKE_TURN).execute().map(rows -> rows.iterator()
                .next()
                .getBoolean(0));
    }

    private static Uni<List<Row>> takeRows(SqlConnection connection) {
        return connection.preparedQuery(TAKE_ROWS).execute(Tuple.of(BATCH)).map(OutboxRelay::inOrder);
    }

    /** DELETE … RETURNING has no order of its own. */
    private static List<Row> inOrder(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .sorted(Comparator.comparing(row -> row.getLong("sequence")))
                .toList();
    }
}
