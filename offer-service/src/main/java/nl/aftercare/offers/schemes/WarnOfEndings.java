package nl.aftercare.offers.schemes;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import nl.aftercare.offers.persistence.SchemeEndings;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;

/** Tells of schemes that end soon, so that somebody settles what comes afterwards (domain.md P5). */
@ApplicationScoped
class WarnOfEndings {
    private final SchemeEndings endings;
    private final Rules rules;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Time time;

    WarnOfEndings(SchemeEndings endings, Rules rules, Transactions transactions, Time time, Rounds rounds) {
        this.endings = endings;
        this.rules = rules;
        this.transactions = transactions;
        this.time = time;
        this.rounds = rounds;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.whileFound(
                "telling of schemes that end",
                () -> transactions.in(new Tenancy(Set.of()), () -> endings.tell(time.today(), this::label)));
    }

    /** Schemes are of national measures. */
    private String label(String measure) {
        return rules.national().measures().getOrDefault(measure, measure);
    }
}
