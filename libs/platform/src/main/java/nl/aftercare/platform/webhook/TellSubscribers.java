package nl.aftercare.platform.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, of each subscription one at a time and the oldest first, so that a slow one holds up no other. An event is told again
 * until the other side has it, or for almost three days; whoever receives it twice knows it by its id.
 */
@ApplicationScoped
class TellSubscribers {
    private static final Tenancy NONE = new Tenancy(Set.of());
    private static final int AT_A_TIME = 32;
    private static final String WHAT = "telling subscribers";
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    /** What it, or what stands before it, says of all events alike. */
    private static final Set<Integer> AWAY = Set.of(GONE, TOO_MANY, 502, 503, 504);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private static final String CLAIM = "select id, subscription_id, municipality, endpoint, event_id, event, attempts"
            + " from claim_webhook_deliveries(:now, :most)";

    private final Transactions transactions;
    private final Endpoint endpoint;
    private final Time time;
    private final Rounds rounds;
    private final AtomicInteger busy = new AtomicInteger();

    TellSubscribers(Transactions transactions, Endpoint endpoint, Time time, Rounds rounds) {
        this.transactions = transactions;
        this.endpoint = endpoint;
        this.time = time;
        this.rounds = rounds;
    }

    private record Due(
            UUID id, UUID subscription, String municipality, String endpoint, UUID event, String body, int attempts) {

        private static Due of(Object[] row) {
            return new Due(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    (UUID) row[4],
                    (String) row[5],
                    (Integer) row[6]);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.once(WHAT, () -> claim(AT_A_TIME - busy.get()).invoke(due -> due.forEach(this::start)));
    }

    /** Nobody waits for it: the next round begins while a slow one is still being told. */
    private void start(Due due) {
        busy.incrementAndGet();
        OwnContext.of(() -> rounds.once(WHAT, () -> tell(due))
                        .chain(() -> rounds.whileFound(WHAT, () -> claim(1).call(this::tellFirst))))
                .onTermination()
                .invoke(busy::decrementAndGet)
                .subscribe()
                .with(ignored -> {});
    }

    private Uni<Void> tellFirst(List<Due> due) {
        return due.isEmpty() ? Uni.createFrom().voidItem() : tell(due.getFirst());
    }

    private Uni<List<Due>> claim(int most) {
        return transactions.in(NONE, () -> transactions
                .session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("now", time.now())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(Due::of).toList()));
    }

    private Uni<Void> tell(Due due) {
        var context = OwnContext.here();
        return endpoint.tell(due.endpoint(), due.subscription(), due.event(), due.body())
                .onItemOrFailure()
                .transform((answer, failure) -> Optional.ofNullable(answer))
                .emitOn(context)
                .flatMap(answer -> transactions.in(NONE, () -> note(due, answer.orElse(null))))
                .call(answer -> Integer.valueOf(GONE).equals(answer)
                        ? end(due)
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    /** @return the status of the answer, if there was one */
    private Uni<Integer> note(Due due, @Nullable HttpResponse<Void> answer) {
        var now = time.now();
        var status = answer == null ? null : answer.statusCode();
        boolean taken = status != null && status / 100 == 2;
        boolean last = !taken
                && (due.attempts() >= PAUSES.size() || Integer.valueOf(GONE).equals(status));
        var pause = taken || last ? Duration.ZERO : pause(due.attempts(), answer);
        return transactions
                .session()
                .createNativeQuery(
                        "update webhook_delivery set state = :state, attempts = attempts + 1, due_at = :due,"
                                + " claimed_until = '-infinity', last_status = cast(cast(:status as text) as int),"
                                + " last_problem = cast(:problem as text), ended_at = cast(cast(:ended as text) as timestamptz) where id = :id and state = 'WAITING'")
                .setParameter("state", taken ? "DELIVERED" : last ? "GIVEN_UP" : "WAITING")
                .setParameter("due", now.plus(pause))
                .setParameter("status", status == null ? null : status.toString())
                .setParameter("problem", taken ? null : status == null ? "no-answer" : "status-" + status)
                .setParameter("ended", taken || last ? now.toString() : null)
                .setParameter("id", due.id())
                .executeUpdate()
                .chain(() -> isThere(status)
                        ? bringForward(due, now)
                        : last ? Uni.createFrom().item(0) : postpone(due, now.plus(pause)))
                .map(updated -> status);
    }

    /** Whether it answered for itself: what it thinks of one event says nothing of the next one. */
    private static boolean isThere(@Nullable Integer status) {
        return status != null && !AWAY.contains(status);
    }

    /** Who does not answer now, will not answer to the next event either, and holds up no others meanwhile. */
    private Uni<Integer> postpone(Due due, Instant until) {
        return transactions
                .session()
                .createNativeQuery("update webhook_delivery set due_at = :until"
                        + " where subscription_id = :id and state = 'WAITING' and due_at < :until")
                .setParameter("until", until)
                .setParameter("id", due.subscription())
                .executeUpdate();
    }

    /** It answers again: what was only held up goes now. */
    private Uni<Integer> bringForward(Due due, Instant now) {
        return transactions
                .session()
                .createNativeQuery("update webhook_delivery set due_at = :now"
                        + " where subscription_id = :id and state = 'WAITING' and attempts = 0 and due_at > :now")
                .setParameter("now", now)
                .setParameter("id", due.subscription())
                .executeUpdate();
    }

    /** As long as the other side asks for, within reason. */
    private static Duration pause(int attempts, @Nullable HttpResponse<Void> answer) {
        var own = PAUSES.get(attempts);
        var asked = answer == null || answer.statusCode() != TOO_MANY ? null : answer.getHeader("Retry-After");
        return asked != null && asked.matches("\\d{1,5}") && Long.parseLong(asked) > own.toSeconds()
                ? Duration.ofSeconds(Long.parseLong(asked))
                : own;
    }

    /** 410 Gone: the other side wants no more. */
    private Uni<Void> end(Due due) {
        return transactions.in(
                new Tenancy(Set.of(new Municipality(due.municipality()))),
                () -> Subscriptions.end(transactions.session(), due.subscription(), "gone", time.now()));
    }
}
