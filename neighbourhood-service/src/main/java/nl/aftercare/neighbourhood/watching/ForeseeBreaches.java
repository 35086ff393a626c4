package nl.aftercare.neighbourhood.watching;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Forecast;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.persistence.Forecasts;
import nl.aftercare.neighbourhood.persistence.PlanClock;
import nl.aftercare.neighbourhood.persistence.PlanClock.Open;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a day, at every plan whose window is open, whether it will be kept; tells the first time that it will not. That it was
 * looked at and what is told commit together.
 */
@ApplicationScoped
class ForeseeBreaches {
    private static final Logger LOG = Logger.getLogger(ForeseeBreaches.class);

    private final PlanClock clock;
    private final Plans plans;
    private final Forecasts forecasts;
    private final Logbook logbook;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Time time;

    ForeseeBreaches(
            PlanClock clock,
            Plans plans,
            Forecasts forecasts,
            Logbook logbook,
            Transactions transactions,
            Time time,
            Rounds rounds) {
        this.clock = clock;
        this.plans = plans;
        this.forecasts = forecasts;
        this.logbook = logbook;
        this.transactions = transactions;
        this.time = time;
        this.rounds = rounds;
    }

    /** A look that fails is taken again at a later round; the others need not wait for it. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.once("foreseeing breaches", () -> clock.unforeseen(time.today())
                .onItem()
                .transformToMulti(open -> Multi.createFrom().iterable(open))
                .onItem()
                .transformToUniAndConcatenate(one -> transactions
                        .in(Tenancy.of(one.municipality()), () -> lookAt(one))
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "the window of plan %s could not be foreseen: %s", one.planId(), SafeTrace.of(failure)))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Void> lookAt(Open open) {
        return plans.toChange(open.planId()).flatMap(stored -> clock.foresee(open.planId(), time.today())
                .flatMap(isFirst -> isFirst
                        ? forecasts.of(stored.plan()).flatMap(forecast -> tell(stored.plan(), forecast))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(NeighbourhoodPlan plan, @Nullable Forecast forecast) {
        if (forecast == null || !forecast.misses()) {
            return Uni.createFrom().voidItem();
        }
        var outline = plan.outline();
        return clock.tellOnce(outline.id(), outline.window().limitOn())
                .flatMap(isNew -> isNew
                        ? plans.save(plan.expect(forecast).orRefuse())
                                .chain(() -> logbook.recordOwnWork(
                                        outline.municipality(), "foresee-breach", outline.id(), List.of()))
                        : Uni.createFrom().voidItem());
    }
}
