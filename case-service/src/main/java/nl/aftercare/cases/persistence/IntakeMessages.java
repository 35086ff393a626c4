package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The intake inbox: messages of feeds that fit no known robbery. All within the municipalities of the transaction. */
@ApplicationScoped
public class IntakeMessages {
    private final Transactions transactions;

    IntakeMessages(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What became of a message. */
    public enum State {
        WAITING,
        ATTACHED,
        REJECTED
    }

    /**
     * @param body the message as it came, with personal data; null when it does not wait any more
     * @param reason why a coordinator rejected it
     */
    public record Stored(
            UUID id,
            Provenance provenance,
            Instant receivedAt,
            State state,
            @Nullable String body,
            @Nullable String reason) {}

    public Uni<Void> add(UUID id, Provenance provenance, Instant receivedAt, String body) {
        var row = new IntakeMessageRow();
        row.id = id;
        row.municipality = provenance.municipality().code();
        row.feed = provenance.feed();
        row.reference = provenance.reference();
        row.receivedAt = receivedAt;
        row.state = State.WAITING;
        row.body = body;
        return transactions.session().persist(row);
    }

    /** Takes all that waits under one reference; from now on it is attached. */
    public Uni<List<Stored>> takeWaiting(Provenance provenance) {
        return transactions
                .session()
                .createQuery(
                        "from IntakeMessageRow where municipality = :municipality and feed = :feed"
                                + " and reference = :reference and state = :state order by id",
                        IntakeMessageRow.class)
                .setParameter("municipality", provenance.municipality().code())
                .setParameter("feed", provenance.feed())
                .setParameter("reference", provenance.reference())
                .setParameter("state", State.WAITING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> {
                    var waiting = rows.stream().map(IntakeMessages::stored).toList();
                    rows.forEach(row -> end(row, State.ATTACHED, null));
                    return waiting;
                });
    }

    /**
     * Under which reference it came, to hold that before the message itself is looked at.
     *
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<Provenance> provenance(UUID id) {
        return transactions
                .session()
                .createQuery(
                        "select municipality, feed, reference from IntakeMessageRow where id = :id", Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(row -> new Provenance(new Municipality((String) row[0]), (String) row[1], (String) row[2]));
    }

    /** @throws ProblemException 404 when there is none within the municipalities of the transaction */
    public Uni<Stored> read(UUID id) {
        return row(id, LockModeType.NONE).map(IntakeMessages::stored);
    }

    public Uni<Stored> reject(UUID id, String reason) {
        return row(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row.state == State.WAITING) {
                        end(row, State.REJECTED, reason);
                    }
                })
                .map(IntakeMessages::stored);
    }

    /** @param state null for messages in every state */
    public Uni<Page<Stored>> list(@Nullable State state, PageRequest page) {
        var filter = Filter.none().and("state", state);
        return page.fetch(transactions.session(), IntakeMessageRow.class, filter, row -> row.id)
                .map(rows -> rows.map(IntakeMessages::stored));
    }

    private Uni<IntakeMessageRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(IntakeMessageRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static void end(IntakeMessageRow row, State state, @Nullable String reason) {
        row.state = state;
        row.body = null;
        row.reason = reason;
    }

    private static Stored stored(IntakeMessageRow row) {
        var provenance = new Provenance(new Municipality(row.municipality), row.feed, row.reference);
        return new Stored(row.id, provenance, row.receivedAt, row.state, row.body, row.reason);
    }
}
