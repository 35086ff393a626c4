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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.MessageEvent.VictimForgotten;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.domain.WaitingWork;
import nl.aftercare.notifications.messaging.MessageEventWriter;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.notifications.rules.Entrances;
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
    private final Entrances entrances;
    private final ChannelUse use;
    private final Postings postings;
    private final Locks locks;
    private final Promises promises;
    private final Summaries summaries;
    private final WorkingDays workingDays;
    private final Time time;

    Messages(
            Transactions transactions,
            Outbox outbox,
            MessageEventWriter writer,
            DeliveryQueue queue,
            StoredSendingSettings settings,
            OwnTexts ownTexts,
            Entrances entrances,
            ChannelUse use,
            Postings postings,
            Locks locks,
            Promises promises,
            Summaries summaries,
            WorkingDays workingDays,
            Time time) {
        this.settings = settings;
        this.ownTexts = ownTexts;
        this.entrances = entrances;
        this.use = use;
        this.postings = postings;
        this.locks = locks;
        this.promises = promises;
        this.summaries = summaries;
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
                .chain(() -> message.state().isQueued() ? makeDue(message.promise()) : tellOfWork(message));
    }

    /** The coordinator hears that a message waits for a person; not of messages to the coordinator, which would go on for ever. */
    private Uni<Void> tellOfWork(Message message) {
        var work = WaitingWork.of(message);
        return work.isEmpty()
                ? Uni.createFrom().voidItem()
                : promises.toCoordinator(
                                message.promise().municipality(),
                                Template.WORK_WAITING,
                                work.get().details())
                        .flatMap(promise -> add(Message.promised(promise)));
    }

    private Uni<Void> makeDue(Promise promise) {
        return notBefore(promise).flatMap(dueAt -> queue.add(promise, dueAt));
    }

    /** Now, or when it is time for it and no longer night or holiday. */
    private Uni<Instant> notBefore(Promise promise) {
        return settings.read(promise.municipality())
                .map(stored -> stored.settings().notBefore(promise, time.now(), workingDays));
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
    public Uni<Message> conclude(Claim claim, Change change) {
        return change(claim.messageId(), change, claim);
    }

    /**
     * Changes a message from outside: a receipt, a person, a later event. Who has it in hand just now is not disturbed; what comes after
     * it in its lane waits until that is over. Fails with not found when there is none.
     */
    public Uni<Message> change(UUID id, Change change) {
        return change(id, change, null);
    }

    private Uni<Message> change(UUID id, Change change, @Nullable Claim claim) {
        return row(id, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> facts(List.of(id)).flatMap(facts -> {
                    var before = row.toDomain(facts.getOrDefault(id, List.of()));
                    var accepted = change.of(before).orRefuse();
                    var after = accepted.state();
                    row.take(after);
                    return addFacts(after, before.facts().size())
                            .chain(() -> outbox.append(writer.write(accepted.events())))
                            .chain(() -> follow(before, after, claim))
                            .chain(() -> postings.forget(after))
                            .replaceWith(after);
                }));
    }

    private Uni<Void> follow(Message before, Message after, @Nullable Claim claim) {
        var id = after.promise().messageId();
        if (!after.state().isQueued()) {
            return (claim == null ? queue.removeUnlessClaimed(id) : queue.remove(claim))
                    .chain(() ->
                            before.state() == after.state() ? Uni.createFrom().voidItem() : tellOfWork(after));
        }
        if (!before.state().isQueued()) {
            return makeDue(after.promise());
        }
        return claim == null || after.equals(before)
                ? Uni.createFrom().voidItem()
                : queue.postpone(claim, DeliveryQueue.after(pause(before, after), time.now()));
    }

    /** The next channel is tried at once. */
    private static Duration pause(Message before, Message after) {
        return after.channel().equals(before.channel()) ? after.pause() : Duration.ZERO;
    }

    /**
     * Notes that a message is handed to its channel now.
     *
     * @return null when it is not to be sent now, or not by who has this claim; then what comes after it in its lane may go
     */
    public Uni<@Nullable Outgoing> begin(Claim claim) {
        var id = claim.messageId();
        return row(id, LockModeType.PESSIMISTIC_WRITE).flatMap(row -> queue.isHeld(claim)
                .flatMap(isHeld -> isHeld
                        ? facts(List.of(id))
                                .flatMap(facts -> begin(claim, row, row.toDomain(facts.getOrDefault(id, List.of()))))
                        : Uni.createFrom().nullItem()));
    }

    private Uni<@Nullable Outgoing> begin(Claim claim, MessageRow row, Message message) {
        if (!message.state().isQueued()) {
            return queue.remove(claim).map(removed -> null);
        }
        return notBefore(message.promise())
                .flatMap(dueAt -> dueAt.isAfter(time.now())
                        ? queue.postpone(claim, dueAt).map(postponed -> null)
                        : isStillSo(message.promise())
                                .flatMap(isSo -> isSo
                                        ? send(claim, row, message)
                                        : put(
                                                claim,
                                                row,
                                                message,
                                                message.supersede(time.now())
                                                        .orRefuse()
                                                        .state())));
    }

    private Uni<@Nullable Outgoing> send(Claim claim, MessageRow row, Message message) {
        var due = message.due(time.now());
        if (!due.state().isQueued()) {
            // its time came, and a person does it
            return put(claim, row, message, due).call(() -> tellOfWork(due));
        }
        return due.promise().rule().digest() ? gather(claim, row, message, due) : attempt(claim, row, message, due);
    }

    /** Of work that was done meanwhile nobody has to hear. */
    private Uni<Boolean> isStillSo(Promise promise) {
        return promise.template() != Template.WORK_WAITING
                ? Uni.createFrom().item(true)
                : read(WaitingWork.messageOf(promise)).map(WaitingWork::isOpen);
    }

    private Uni<@Nullable Outgoing> gather(Claim claim, MessageRow row, Message before, Message due) {
        var municipality = due.promise().municipality();
        return summaries
                .open(municipality)
                .flatMap(open -> open.isPresent()
                        ? Uni.createFrom().item(open.get())
                        : promises.toCoordinator(municipality, Template.DIGEST, Map.of())
                                .call(summary -> add(Message.promised(summary)))
                                .map(Promise::messageId))
                .flatMap(summary -> put(
                        claim,
                        row,
                        before,
                        due.gather(time.now(), summary).orRefuse().state()));
    }

    /** Nothing sends it any more. */
    private Uni<@Nullable Outgoing> put(Claim claim, MessageRow row, Message before, Message after) {
        row.take(after);
        return addFacts(after, before.facts().size())
                .chain(() -> queue.remove(claim))
                .map(removed -> null);
    }

    private Uni<@Nullable Outgoing> attempt(Claim claim, MessageRow row, Message before, Message due) {
        return mayGo(due)
                .flatMap(mayGo -> mayGo
                        ? attempt(row, before, due)
                        : queue.postpone(claim, DeliveryQueue.after(ChannelUse.untilNextMinute(time.now()), time.now()))
                                .map(postponed -> null));
    }

    private Uni<Boolean> mayGo(Message message) {
        return entrances
                .limit(message.promise(), message.channel().orElseThrow())
                .map(use::take)
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    private Uni<Outgoing> attempt(MessageRow row, Message before, Message due) {
        return outgoing(due).flatMap(outgoing -> {
            var attempted = due.attempt(time.now(), outgoing.text());
            row.take(attempted);
            return addFacts(attempted, before.facts().size()).replaceWith(outgoing);
        });
    }

    /** With all that its text is made of here. */
    public Uni<Outgoing> outgoing(Message message) {
        var promise = message.promise();
        return ownTexts.read(promise.municipality()).flatMap(texts -> settings.read(promise.municipality())
                .flatMap(stored -> summaries.gathered(promise).flatMap(gathered -> postings.addressOf(promise)
                        .map(address -> new Outgoing(
                                message,
                                texts.of(promise.template()),
                                stored.settings().houseStyle(),
                                gathered,
                                address.orElse(null))))));
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
    public Uni<List<UUID>> openToVictim(UUID caseId, Set<Template> templates) {
        return open("recipientId", caseId, templates);
    }

    /** Those of one text to one recipient that did not end yet; nobody else adds one until the end of the transaction. */
    public Uni<List<UUID>> openTo(UUID recipientId, Template template) {
        return locks.hold(template.code() + " " + recipientId)
                .chain(() -> open("recipientId", recipientId, EnumSet.of(template)));
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

    /** Of each partner of a meeting the last that it was told of the agreement. */
    public Uni<List<Promise>> lastAboutMeeting(UUID meetingId) {
        return transactions
                .session()
                .createQuery(
                        "from MessageRow where lane like :lanes and template in :templates order by promisedAt, id",
                        MessageRow.class)
                .setParameter("lanes", meetingId + "/%")
                .setParameter("templates", EnumSet.of(Template.MEETING_ARRANGED, Template.MEETING_WITHDRAWN))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> row.toDomain(List.of()).promise())
                        .collect(
                                Collectors.toMap(Promise::recipientId, Function.identity(), (earlier, later) -> later)))
                .map(byPartner -> List.copyOf(byPartner.values()));
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
