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
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
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

    /** Stores a new message and makes it due at once. */
    public Uni<Void> add(Message message) {
        return transactions
                .session()
                .persist(MessageRow.of(message))
                .chain(() -> transactions.session().flush())
                .chain(() -> queue.add(message.promise()));
    }

    /** Tells that nothing of a victim is held here: messages go to coordinators and partners, and hold no address. */
    public Uni<Void> forget(Municipality municipality, UUID robberyId, UUID caseId, LocalDate today) {
        return outbox.append(writer.write(List.of(new VictimForgotten(municipality, robberyId, caseId, today))));
    }

    /** @return null when it is not waiting any more */
    public Uni<@Nullable Waiting> findWaiting(UUID id) {
        return row(id).map(row -> row != null && row.toDomain() instanceof Waiting waiting ? waiting : null);
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
                () -> message instanceof Waiting waiting ? queue.postpone(id, waiting.pause()) : queue.remove(id));
    }

    /** The messages about the meeting after a robbery, the oldest first; held until the end of the transaction. */
    public Uni<List<Message>> aboutTheMeeting(UUID robberyId) {
        return transactions
                .session()
                .createQuery(
                        "from MessageRow where robberyId = :robbery and template in :templates order by promisedAt, id",
                        MessageRow.class)
                .setParameter("robbery", robberyId)
                .setParameter("templates", Template.ABOUT_THE_MEETING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().map(MessageRow::toDomain).toList());
    }

    /** It need not be sent any more. */
    public Uni<Void> saveSuperseded(Waiting waiting) {
        var id = waiting.promise().messageId();
        return change(waiting, row -> row.isStill(waiting), waiting.superseded(), () -> queue.remove(id));
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
