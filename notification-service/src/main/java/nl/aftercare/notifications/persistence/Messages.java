package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.MessageEvent.VictimForgotten;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.messaging.MessageEventWriter;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The ledger: one row per promised message, and its facts. All within the municipalities of the transaction. */
@ApplicationScoped
public class Messages {
    private final Transactions transactions;
    private final Outbox outbox;
    private final MessageEventWriter writer;
    private final DeliveryQueue queue;
    private final StoredSendingSettings settings;
    private final OwnTexts ownTexts;
    private final WorkingDays workingDays;
    private final Time time;

    Messages(
            Transactions transactions,
            Outbox outbox,
            MessageEventWriter writer,
            DeliveryQueue queue,
            StoredSendingSettings settings,
            OwnTexts ownTexts,
            WorkingDays workingDays,
            Time time) {
        this.settings = settings;
        this.ownTexts = ownTexts;
        this.workingDays = workingDays;
        this.time = time;
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
        this.queue = queue;
    }

    /** Stores a new message, and makes it due when it has to be sent. */
    public Uni<Void> add(Message message) {
        return transactions
                .session()
                .persist(MessageRow.of(message))
                .chain(() -> addFacts(message, 0))
                .chain(() -> transactions.session().flush())
                .chain(() -> message.state() == MessageState.WAITING
                        ? makeDue(message.promise())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> makeDue(Promise promise) {
        return notBefore(promise).flatMap(dueAt -> queue.add(promise, dueAt));
    }

    /** Now, or when it is no longer night or holiday. */
    private Uni<Instant> notBefore(Promise promise) {
        var now = time.now();
        return promise.rule().urgent()
                ? Uni.createFrom().item(now)
                : settings.read(promise.municipality())
                        .map(stored -> stored.settings().quietHours().next(now, workingDays));
    }

    /** What is done to a message; sees all that is known of it at that moment, held until the end of the transaction. */
    public interface Change {
        Decision<Message, MessageEvent> of(Message message);
    }

    /**
     * Changes a message by whoever has it in hand, and takes it off the queue when it needs no more sending.
     *
     * @return how it is after that
     */
    public Uni<Message> conclude(UUID id, Change change) {
        return change(id, change, true);
    }

    /**
     * Changes a message from outside: a receipt, a person, a later event. Who has it in hand just now is not disturbed; what comes after
     * it in its lane waits until that is over. Fails with not found when there is none.
     */
    public Uni<Message> change(UUID id, Change change) {
        return change(id, change, false);
    }

    private Uni<Message> change(UUID id, Change change, boolean isInHand) {
        return row(id, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> facts(List.of(id)).flatMap(facts -> {
                    var before = row.toDomain(facts.getOrDefault(id, List.of()));
                    var accepted = change.of(before).orRefuse();
                    var after = accepted.state();
                    row.take(after);
                    return addFacts(after, before.facts().size())
                            .chain(() -> outbox.append(writer.write(accepted.events())))
                            .chain(() -> follow(before, after, isInHand))
                            .replaceWith(after);
                }));
    }

    private Uni<Void> follow(Message before, Message after, boolean isInHand) {
        var id = after.promise().messageId();
        if (after.state() != MessageState.WAITING) {
            return isInHand ? queue.remove(id) : queue.removeUnlessClaimed(id);
        }
        if (before.state() != MessageState.WAITING) {
            return makeDue(after.promise());
        }
        return isInHand && !after.equals(before)
                ? queue.postpone(id, DeliveryQueue.after(pause(before, after), time.now()))
                : Uni.createFrom().voidItem();
    }

    /** The next channel is tried at once. */
    private static Duration pause(Message before, Message after) {
        return after.channel().equals(before.channel()) ? after.pause() : Duration.ZERO;
    }

    /**
     * A message that is handed to its channel.
     *
     * @param message as it was before that
     * @param text of the municipality
     */
    public record Begun(Message message, OwnText text) {}

    /**
     * Notes that a message is handed to its channel now.
     *
     * @return null when it is not to be sent now: then the claim is over, and what comes after it in its lane may go
     */
    public Uni<@Nullable Begun> begin(UUID id) {
        return row(id, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> facts(List.of(id)).flatMap(facts -> {
                    var message = row.toDomain(facts.getOrDefault(id, List.of()));
                    if (message.state() != MessageState.WAITING) {
                        return queue.remove(id).map(removed -> null);
                    }
                    return notBefore(message.promise())
                            .flatMap(dueAt -> dueAt.isAfter(time.now())
                                    ? queue.postpone(id, dueAt).map(postponed -> null)
                                    : attempt(row, message));
                }));
    }

    private Uni<Begun> attempt(MessageRow row, Message message) {
        var promise = message.promise();
        return ownTexts.read(promise.municipality()).flatMap(stored -> {
            var text = stored.of(promise.template());
            var attempted = message.attempt(time.now(), text);
            row.take(attempted);
            return addFacts(attempted, message.facts().size()).replaceWith(new Begun(message, text));
        });
    }

    /** Of the messages to a victim, what they say is taken out; that they were sent stays, for the figures. */
    public Uni<Void> forget(Municipality municipality, UUID robberyId, UUID caseId, LocalDate today) {
        return transactions
                .session()
                .createMutationQuery(
                        "update MessageRow set details = :none where recipientId = :case and template in :templates")
                .setParameter("none", Map.<String, String>of())
                .setParameter("case", caseId)
                .setParameter("templates", Template.TO_VICTIMS)
                .executeUpdate()
                .chain(forgotten -> outbox.append(
                        writer.write(List.of(new VictimForgotten(municipality, robberyId, caseId, today, forgotten)))));
    }

    /** Fails with not found when there is none. */
    public Uni<Message> read(UUID id) {
        return row(id, LockModeType.NONE)
                .flatMap(row -> facts(List.of(id)).map(facts -> row.toDomain(facts.getOrDefault(id, List.of()))));
    }

    /** Messages about a robbery that did not end yet. */
    public Uni<List<UUID>> openAbout(UUID robberyId, Set<Template> templates) {
        return open("robberyId", robberyId, templates);
    }

    /** Whether this recipient was promised this text, and it was not stopped. */
    public Uni<Boolean> wasPromised(Template template, UUID recipientId) {
        return transactions
                .session()
                .createQuery(
                        "select count(*) from MessageRow where template = :template and recipientId = :recipient"
                                + " and state not in :stopped",
                        Long.class)
                .setParameter("template", template)
                .setParameter("recipient", recipientId)
                .setParameter("stopped", EnumSet.of(MessageState.WITHHELD, MessageState.SUPERSEDED))
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** Messages to a victim that did not end yet. */
    public Uni<List<UUID>> openToVictim(UUID caseId) {
        return open("recipientId", caseId, Template.TO_VICTIMS);
    }

    private Uni<List<UUID>> open(String field, UUID id, Set<Template> templates) {
        return transactions
                .session()
                .createQuery(
                        "select id from MessageRow where " + field
                                + " = :id and template in :templates and state not in :ended order by id",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("templates", templates)
                .setParameter("ended", MessageState.ENDED)
                .getResultList();
    }

    /** All of a lane, the oldest first; held until the end of the transaction. */
    public Uni<List<Message>> inLane(String lane) {
        return transactions
                .session()
                .createQuery("from MessageRow where lane = :lane order by promisedAt, id", MessageRow.class)
                .setParameter("lane", lane)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .flatMap(this::withFacts);
    }

    /**
     * @param robberyId null for the messages of all robberies
     * @param state null for messages in every state
     */
    public Uni<Page<Message>> list(@Nullable UUID robberyId, @Nullable MessageState state, PageRequest page) {
        var filter = Filter.none().and("robberyId", robberyId).and("state", state);
        return page.fetch(transactions.session(), MessageRow.class, filter, row -> row.id)
                .flatMap(rows -> facts(rows.items().stream().map(row -> row.id).toList())
                        .map(facts -> rows.map(row -> row.toDomain(facts.getOrDefault(row.id, List.of())))));
    }

    private Uni<List<Message>> withFacts(List<MessageRow> rows) {
        return facts(rows.stream().map(row -> row.id).toList()).map(facts -> rows.stream()
                .map(row -> row.toDomain(facts.getOrDefault(row.id, List.of())))
                .toList());
    }

    private Uni<Map<UUID, List<Fact>>> facts(List<UUID> messages) {
        return transactions
                .session()
                .createQuery("from FactRow where messageId in :messages order by messageId, place", FactRow.class)
                .setParameter("messages", messages)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.messageId, Collectors.mapping(FactRow::toDomain, Collectors.toList()))));
    }

    private Uni<Void> addFacts(Message message, int from) {
        return Multi.createFrom()
                .items(IntStream.range(from, message.facts().size()).boxed())
                .onItem()
                .transformToUniAndConcatenate(place -> transactions.session().persist(FactRow.of(message, place)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<MessageRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(MessageRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }
}
