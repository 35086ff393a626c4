package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import nl.aftercare.notifications.rules.Entrances.Limit;
import nl.aftercare.platform.transaction.Transactions;

/** How much went over a way in this minute, by all replicas together: counts alone, of nobody. */
@ApplicationScoped
class ChannelUse {
    private static final String TAKE = """
            insert into channel_use (entrance, minute, used) values (:entrance, date_trunc('minute', now()), 1)
            on conflict (entrance) do update set minute = excluded.minute,
              used = case when channel_use.minute = excluded.minute then channel_use.used + 1 else 1 end
            where channel_use.minute <> excluded.minute or channel_use.used < :most
            returning used""";

    private final Transactions transactions;

    ChannelUse(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return false when it takes no more in this minute */
    Uni<Boolean> take(Limit limit) {
        return transactions
                .session()
                .createNativeQuery(TAKE, Integer.class)
                .setParameter("entrance", limit.entrance())
                .setParameter("most", limit.perMinute())
                .getResultList()
                .map(found -> !found.isEmpty());
    }

    /** @param now UTC */
    static Duration untilNextMinute(Instant now) {
        return Duration.ofSeconds(60 - now.getEpochSecond() % 60);
    }
}
