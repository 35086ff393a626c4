package nl.aftercare.neighbourhood.watching;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import nl.aftercare.neighbourhood.domain.ClockMoment;
import nl.aftercare.neighbourhood.persistence.PlanClock;
import nl.aftercare.neighbourhood.persistence.PlanClock.Due;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.Plans.Stored;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Tells of plans whose window is nearly over, or is, while nothing is agreed. A worker that dies leaves its plans to the next one; what
 * is told and when to look again commit together.
 */
@ApplicationScoped
class WatchWindows {
    private static final Logger LOG = Logger.getLogger(WatchWindows.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final PlanClock clock;
    private final Plans plans;
    private final Logbook logbook;
    private final WorkingDays workingDays;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Time time;

    WatchWindows(
            PlanClock clock,
            Plans plans,
            Logbook logbook,
            WorkingDays workingDays,
            Transactions transactions,
            Time time,
            Rounds rounds) {
        this.clock = clock;
        this.plans = plans;
        this.logbook = logbook;
        this.workingDays = workingDays;
        this.transactions = transactions;
        this.time = time;
        this.rounds = rounds;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.whileFound(
                "watching windows", () -> clock.claim(time.today(), LEASE).call(this::lookAtEach));
    }

    private Uni<Void> lookAtEach(List<Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> transactions
                        .in(Tenancy.of(one.municipality()), () -> lookAt(one))
                        // it is looked at again later; the others need not wait for it
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "the window of plan %s could not be looked at: %s",
                                one.planId(), SafeTrace.of(failure)))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> lookAt(Due due) {
        return plans.toChange(due.planId()).flatMap(stored -> clock.isStill(due, time.today())
                .flatMap(isStill ->
                        isStill ? tell(stored, due.moment()) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(Stored stored, ClockMoment moment) {
        var decision = stored.plan().strike(moment, time.today(), workingDays).orRefuse();
        var outline = stored.plan().outline();
        if (decision.events().isEmpty()) {
            return clock.stop(outline.id());
        }
        return plans.save(decision)
                .chain(() -> logbook.recordOwnWork(outline.municipality(), "watch-window", outline.id(), List.of()))
                .chain(() -> stored.plan()
                        .nextMoment(moment, time.today(), workingDays)
                        .map(next -> clock.set(outline, next))
                        .orElseGet(() -> clock.stop(outline.id())));
    }
}
