package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.trace.Traces;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * What is due when: ids, codes and times alone, so that one look serves all municipalities. Any number of replicas may claim
 * from it; a claim lapses by itself when its holder dies. Of one lane only one message is claimed at a time.
 */
@ApplicationScoped
public class DeliveryQueue {
    private static final String CLAIM = """
            update delivery_queue set claimed_until = now() + make_interval(0, 0, 0, 0, 0, 0, :seconds)
            where message_id in (
              select message_id from delivery_queue q where due_at <= now() and claimed_until < now()
              and not exists (select 1 from delivery_queue o where o.lane = q.lane and o.message_id <> q.message_id
                and o.claimed_until >= now())
              order by urgent desc, due_at limit 1 for update skip locked)
            returning message_id, municipality, cast(claimed_until as text), traceparent""";

    private static final String HELD = "message_id = :id and cast(claimed_until as text) = :token";

    /** How much longer a pause may be, so that what failed together is not tried together. */
    private static final double JITTER = 0.5;

    private final Transactions transactions;

    DeliveryQueue(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param token of who holds the message now; another one once the claim lapsed and somebody else has it
     * @param traceparent of the work that promised it, if it belonged to a trace
     */
    public record Claim(
            UUID messageId,
            Municipality municipality,
            String token,
            @Nullable String traceparent) {}

    /**
     * Takes the message that is due longest, in a transaction of its own.
     *
     * @param lease for how long nobody else gets it
     * @return empty when none is due
     */
    public Uni<List<Claim>> claim(Duration lease) {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("seconds", (double) lease.toSeconds())
                .getResultList()
                .map(rows -> rows.stream().map(DeliveryQueue::claim).toList()));
    }

    /** @param dueAt not before this moment, UTC */
    Uni<Void> add(Promise promise, Instant dueAt) {
        return transactions
                .session()
                .createNativeQuery(
                        "insert into delivery_queue (message_id, municipality, lane, urgent, due_at, traceparent)"
                                + " values (:id, :municipality, cast(:lane as text), :urgent, :dueAt,"
                                + " cast(:trace as text))"
                                + " on conflict (message_id) do update"
                                + " set due_at = excluded.due_at, claimed_until = '-infinity'")
                .setParameter("id", promise.messageId())
                .setParameter("municipality", promise.municipality().code())
                .setParameter("lane", MessageRow.lane(promise))
                .setParameter("urgent", promise.rule().urgent())
                .setParameter("dueAt", dueAt)
                .setParameter("trace", Traces.current())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether nobody else got the message meanwhile; nobody will until the end of the transaction. */
    Uni<Boolean> isHeld(Claim claim) {
        return transactions
                .session()
                .createNativeQuery("select message_id from delivery_queue where " + HELD + " for update", UUID.class)
                .setParameter("id", claim.messageId())
                .setParameter("token", claim.token())
                .getResultList()
                .map(found -> !found.isEmpty());
    }

    Uni<Void> postpone(Claim claim, Instant dueAt) {
        return transactions
                .session()
                .createNativeQuery(
                        "update delivery_queue set due_at = :dueAt, claimed_until = '-infinity' where " + HELD)
                .setParameter("dueAt", dueAt)
                .setParameter("id", claim.messageId())
                .setParameter("token", claim.token())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param now UTC */
    static Instant after(Duration pause, Instant now) {
        var jitter = ThreadLocalRandom.current().nextDouble(JITTER);
        return now.plusMillis((long) (pause.toMillis() * (1 + jitter)));
    }

    /**
     * Messages that wait and are in no queue, which should not be; they are due again.
     *
     * @return how many there were
     */
    public Uni<Integer> findForgotten() {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery("select requeue_forgotten()", Integer.class)
                .getSingleResult());
    }

    Uni<Void> remove(Claim claim) {
        return transactions
                .session()
                .createNativeQuery("delete from delivery_queue where " + HELD)
                .setParameter("id", claim.messageId())
                .setParameter("token", claim.token())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Unless somebody is sending it just now: then what comes after it in its lane waits until that is over. */
    Uni<Void> removeUnlessClaimed(UUID messageId) {
        return transactions
                .session()
                .createNativeQuery("delete from delivery_queue where message_id = :id and claimed_until < now()")
                .setParameter("id", messageId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Claim claim(Object[] row) {
        return new Claim((UUID) row[0], new Municipality((String) row[1]), (String) row[2], (String) row[3]);
    }
}
