package nl.aftercare.offers.schemes;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import nl.aftercare.offers.persistence.SchemeEndings;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/** Tells of schemes that end soon, so that somebody settles what comes afterwards (domain.md P5). */
@ApplicationScoped
class WarnOfEndings {
    private static final Logger LOG = Logger.getLogger(WarnOfEndings.class);
    private final SchemeEndings endings;
    private final Rules rules;
    private final Transactions transactions;
    private final Time time;

    WarnOfEndings(SchemeEndings endings, Rules rules, Transactions transactions, Time time) {
        this.endings = endings;
        this.rules = rules;
        this.transactions = transactions;
        this.time = time;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.in(new Tenancy(Set.of()), () -> endings.tell(time.today(), this::label)))
                .whilst(told -> told > 0)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("telling of schemes that end paused: %s", SafeTrace.of(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Schemes are of national measures. */
    private String label(String measure) {
        return rules.national().measures().getOrDefault(measure, measure);
    }
}
