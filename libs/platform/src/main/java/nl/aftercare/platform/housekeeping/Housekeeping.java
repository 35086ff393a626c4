package nl.aftercare.platform.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Forgets idempotency keys after two days and inbox entries after thirty: no client repeats a request later, and no topic
 * keeps a record longer. The times are those of the database function.
 */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private final Transactions transactions;
    private final Rounds rounds;

    Housekeeping(Transactions transactions, Rounds rounds) {
        this.transactions = transactions;
        this.rounds = rounds;
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forget() {
        return rounds.once("housekeeping", () -> transactions
                .in(new Tenancy(Set.of()), () -> transactions
                        .session()
                        .createNativeQuery("select forget_what_is_old()", Long.class)
                        .getSingleResult())
                .invoke(count -> LOG.debugf("forgot %d rows", count)));
    }
}
