package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.MessageEvent.VictimForgotten;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.messaging.MessageEventWriter;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The ledger: one row per promised message. All within the municipalities of the transaction. */
@ApplicationScoped
public class Messages {
    private final Transactions transactions;
    private final Outbox outbox;
    private final MessageEventWriter writer;
    private final DeliveryQueue queue;

    Messages(Transactions transactions, Outbox outbox, MessageEventWriter writer, DeliveryQueue queue) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
        this.queue = queue;
    }

    /** Stores a new message, and makes it due at once when it has to be sent. */
    public Uni<Void> add(Message message) {
        return transactions
                .session()
                .persist(MessageRow.of(message))
                .chain(() -> transactions.session().flush())
                .chain(() -> message instanceof Waiting
                        ? queue.add(message.promise())
                        : Uni.createFrom().voidItem());
    }

    /** Tells that nothing of a victim is held here: messages go to coordinators and partners, and hold no address. */
    public Uni<Void> forget(Municipality municipality, UUID robberyId, UUID caseId, LocalDate today) {
        return outbox.append(writer.write(List.of(new VictimForgotten(municipality, robberyId, caseId, today))));
    }

    /** @return null when it is not waiting any more; then the claim is over, and what comes after it in its lane may go */
    public Uni<@Nullable Waiting> findWaiting(Claim claim) {
        return row(claim.messageId())
                .map(row -> row != null && row.toDomain() instanceof Waiting waiting ? waiting : null)
                .call(waiting -> waiting == null
                        ? queue.remove(claim.messageId())
                        : Uni.createFrom().voidItem());
    }

    /**
     * The channel accepted it: stores that, tells it, and takes it off the queue.
     *
     * @param attempted as it was when the attempt began; when it is no longer so, another replica was first and nothing changes
     */
    public Uni<Void> saveSent(Waiting attempted, Accepted<Message, MessageEvent> accepted) {
        var id = attempted.promise().messageId();
        return change(
                attempted,
                row -> row.isStill(attempted) || row.wasOvertaken(attempted),
                accepted.state(),
                () -> outbox.append(writer.write(accepted.events())).chain(() -> queue.remove(id)));
    }

    /**
     * It failed: due again after a pause, or off the queue when it was given up.
     *
     * @param attempted as above
     */
    public Uni<Void> saveFailed(Waiting attempted, Message message) {
        var id = attempted.promise().messageId();
        return change(
                        attempted,
                        row -> row.isStill(attempted),
                        message,
                        () -> message instanceof Waiting waiting
                                ? queue.postpone(id, waiting.pause())
                                : queue.remove(id))
                // superseded while it was on its way: what comes after it in its lane may go
                .chain(() -> row(id))
                .flatMap(row -> row.wasOvertaken(attempted)
                        ? queue.remove(id)
                        : Uni.createFrom().voidItem());
    }

    /** Warnings that wait still that nothing is agreed after this robbery; held until the end of the transaction. */
    public Uni<List<Waiting>> warningsThatWait(UUID robberyId) {
        return held("robberyId = :key and template in :templates", robberyId)
                .setParameter("templates", Template.WARNINGS)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(MessageRow::toDomain)
                        .filter(Waiting.class::isInstance)
                        .map(Waiting.class::cast)
                        .toList());
    }

    /** All of a lane, the oldest first; held until the end of the transaction. */
    public Uni<List<Message>> inLane(String lane) {
        return held("lane = :key", lane)
                .getResultList()
                .map(rows -> rows.stream().map(MessageRow::toDomain).toList());
    }

    private Mutiny.SelectionQuery<MessageRow> held(String which, Object key) {
        return transactions
                .session()
                .createQuery("from MessageRow where " + which + " order by promisedAt, id", MessageRow.class)
                .setParameter("key", key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Void> change(Waiting attempted, Predicate<MessageRow> fits, Message message, Supplier<Uni<Void>> then) {
        return transactions
                .session()
                .find(MessageRow.class, attempted.promise().messageId(), LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> fits.test(row)
                        ? Uni.createFrom()
                                .voidItem()
                                .invoke(() -> row.take(message))
                                .chain(then::get)
                        : Uni.createFrom().voidItem());
    }

    /** Whoever had it in hand found that it need not be sent any more. */
    public Uni<Void> saveUnneeded(Waiting attempted) {
        var id = attempted.promise().messageId();
        return change(attempted, row -> row.isStill(attempted), attempted.superseded(), () -> queue.remove(id));
    }

    /** It need not be sent any more. */
    public Uni<Void> saveSuperseded(Waiting waiting) {
        return change(
                waiting,
                row -> row.isStill(waiting),
                waiting.superseded(),
                () -> queue.removeUnlessClaimed(waiting.promise().messageId()));
    }

    /**
     * @param robberyId null for the messages of all robberies
     * @param state null for messages in every state
     */
    public Uni<Page<Message>> list(@Nullable UUID robberyId, @Nullable MessageState state, PageRequest page) {
        var filter = Filter.none().and("robberyId", robberyId).and("state", state);
        return page.fetch(transactions.session(), MessageRow.class, filter, row -> row.id)
                .map(rows -> rows.map(MessageRow::toDomain));
    }

    private Uni<MessageRow> row(UUID id) {
        return transactions.session().find(MessageRow.class, id);
    }
}
