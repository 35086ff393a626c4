package nl.aftercare.platform.operating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.aftercare.platform.inbox.Consumers;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.operating.DeadLetterRow.Envelope;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keeps what could not be handled until somebody decides on it. */
@ApplicationScoped
class DeadLetters {
    private static final Tenancy NONE = new Tenancy(Set.of());
    /** Shorter than a client waits; the attempt goes on, and its effect comes once. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final Consumers consumers;
    private final Logbook logbook;
    private final Time time;

    DeadLetters(Transactions transactions, Consumers consumers, Logbook logbook, Time time) {
        this.logbook = logbook;
        this.transactions = transactions;
        this.consumers = consumers;
        this.time = time;
    }

    /** Keeps a record of the dead-letter topic, once however often it comes. */
    Uni<Void> keep(ConsumerRecord<String, byte[]> dead) {
        return transactions.in(NONE, () -> {
            var row = row(dead);
            return transactions
                    .session()
                    .createQuery("select count(*) from DeadLetterRow where origin = :origin", Long.class)
                    .setParameter("origin", row.origin)
                    .getSingleResult()
                    .flatMap(known -> known > 0
                            ? Uni.createFrom().voidItem()
                            : transactions.session().persist(row));
        });
    }

    Uni<Page<DeadLetterRow>> list(@Nullable DeadLetterState state, PageRequest page) {
        return transactions.in(
                NONE,
                () -> page.fetch(
                        transactions.session(),
                        DeadLetterRow.class,
                        Filter.none().and("state", state),
                        row -> row.id));
    }

    /** @throws ProblemException when there is no such letter */
    Uni<DeadLetterRow> read(UUID id) {
        return transactions.in(NONE, () -> find(id, LockModeType.NONE));
    }

    /**
     * Hands it to its consumer again. What was handled in the meantime has its effect once; what fails again, waits again.
     *
     * @param by subject of the caller
     * @throws RefusedException when it was decided on already
     */
    Uni<DeadLetterRow> replay(UUID id, String by) {
        var context = OwnContext.here();
        return read(id).flatMap(letter -> {
            checkWaiting(letter);
            return attempt(letter)
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .emitOn(context)
                    .onItemOrFailure()
                    .transformToUni((handled, failure) -> change(id, "replay-dead-letter", row -> {
                        row.tries++;
                        if (failure == null) {
                            decide(row, DeadLetterState.REPLAYED, by, null);
                        } else {
                            row.reason = reason(failure);
                        }
                    }));
        });
    }

    private Uni<Void> attempt(DeadLetterRow letter) {
        return consumers
                .ofTopic(letter.topic)
                // in a context of its own: it may go on when nobody waits for it any longer
                .map(consumer -> OwnContext.of(() -> consumer.handle(record(letter))))
                .orElseGet(() -> Uni.createFrom().failure(new NoConsumerException()));
    }

    /** The service no longer listens to the topic of a letter. */
    private static final class NoConsumerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NoConsumerException() {
            super("this service does not listen to that topic", null, false, false);
        }
    }

    /** @param because why nobody needs it */
    Uni<DeadLetterRow> discard(UUID id, String by, String because) {
        return change(id, "discard-dead-letter", row -> decide(row, DeadLetterState.DISCARDED, by, because));
    }

    /** Those that wait, in the order in which they came; what failed again comes last. */
    Uni<List<UUID>> waiting(int most) {
        return transactions.in(NONE, () -> transactions
                .session()
                .createQuery("select id from DeadLetterRow where state = :state order by tries, id", UUID.class)
                .setParameter("state", DeadLetterState.WAITING)
                .setMaxResults(most)
                .getResultList());
    }

    private Uni<DeadLetterRow> change(UUID id, String action, Consumer<DeadLetterRow> change) {
        return transactions.in(NONE, () -> find(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(DeadLetters::checkWaiting)
                .invoke(change)
                .call(() -> logbook.recordOperation(action, id.toString())));
    }

    private Uni<DeadLetterRow> find(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(DeadLetterRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static void checkWaiting(DeadLetterRow row) {
        if (row.state != DeadLetterState.WAITING) {
            throw new RefusedException(new Refusal("already-decided", "Over dit bericht is al besloten."));
        }
    }

    private void decide(DeadLetterRow row, DeadLetterState state, String by, @Nullable String because) {
        row.state = state;
        row.decidedAt = time.now();
        row.decidedBy = by;
        row.because = because;
    }

    /** What failed says nothing of the content; anything else is named by its class alone. */
    private static String reason(Throwable failure) {
        return failure instanceof NoConsumerException
                        || failure.getClass().getPackage().equals(Consumers.class.getPackage())
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
    }

    private DeadLetterRow row(ConsumerRecord<String, byte[]> dead) {
        var headers = dead.headers();
        var row = new DeadLetterRow();
        row.arrivedAt = time.now();
        row.id = Ids.next(row.arrivedAt);
        row.topic = text(headers, "dead-letter-topic").orElse("unknown");
        row.topicPartition = number(headers, "dead-letter-partition").intValue();
        row.topicOffset = number(headers, "dead-letter-offset");
        row.origin = row.topic + "/" + row.topicPartition + "/" + row.topicOffset + "/" + digest(dead);
        row.eventId = attribute(headers, "ce_id");
        row.eventType = attribute(headers, "ce_type");
        row.eventSource = attribute(headers, "ce_source");
        row.municipality = attribute(headers, "ce_municipality");
        row.reason = text(headers, "dead-letter-reason")
                .map(reason -> reason.replaceAll("\\p{Cntrl}", " "))
                .orElse("unknown");
        row.state = DeadLetterState.WAITING;
        row.envelope = envelope(dead);
        row.data = dead.value();
        return row;
    }

    private static ConsumerRecord<String, byte[]> record(DeadLetterRow letter) {
        var key = letter.envelope.key();
        var result = new ConsumerRecord<>(
                letter.topic,
                letter.topicPartition,
                letter.topicOffset,
                key == null ? null : new String(decoded(key), StandardCharsets.UTF_8),
                letter.data);
        letter.envelope.headers().forEach((name, value) -> result.headers().add(name, decoded(value)));
        return result;
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> dead) {
        var kept = new HashMap<String, String>();
        dead.headers().forEach(header -> {
            if (!header.key().startsWith("dead-letter-") && header.key().matches("[!-~]+") && header.value() != null) {
                kept.put(header.key(), encoded(header.value()));
            }
        });
        var key = dead.key();
        return new Envelope(key == null ? null : encoded(key.getBytes(StandardCharsets.UTF_8)), kept);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** Shown only when it looks like an attribute: a broken record may hold anything anywhere. */
    private static @Nullable String attribute(Headers headers, String name) {
        return text(headers, name)
                .filter(value -> value.matches("[A-Za-z0-9:._/-]{1,120}"))
                .orElse(null);
    }

    private static Long number(Headers headers, String name) {
        return text(headers, name).map(Long::valueOf).orElse(-1L);
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static String digest(ConsumerRecord<String, byte[]> dead) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            dead.headers().forEach(header -> {
                if (header.key().startsWith("ce_") && header.value() != null) {
                    digest.update(header.value());
                }
            });
            if (dead.value() != null) {
                digest.update(dead.value());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
