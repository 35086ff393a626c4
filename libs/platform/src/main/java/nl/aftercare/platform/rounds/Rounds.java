package nl.aftercare.platform.rounds;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.aftercare.platform.problem.SafeTrace;
import org.jboss.logging.Logger;

/**
 * A round of work that fails is tried again at the next one. The log tells when a kind of work begins to fail and when it goes on, not
 * every failure between, and nothing of a service that is stopping.
 */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * @param what is done, as the log tells of it
     * @return never fails
     */
    public Uni<Void> once(String what, Supplier<? extends Uni<?>> work) {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(work::get)
                .invoke(() -> succeeded(what))
                .onFailure()
                .invoke(failure -> failed(what, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /**
     * As long as it finds something to do.
     *
     * @param what is done, as the log tells of it
     * @param work what it found; empty when there is nothing left
     * @return never fails
     */
    public <T> Uni<Void> whileFound(String what, Supplier<Uni<List<T>>> work) {
        return once(what, () -> Multi.createBy()
                .repeating()
                .<List<T>>uni(work::get)
                .whilst(found -> !found.isEmpty() && !stopping)
                .onItem()
                .ignoreAsUni());
    }

    private void succeeded(String what) {
        if (failing.remove(what)) {
            LOG.infof("%s goes on", what);
        }
    }

    private void failed(String what, Throwable failure) {
        if (!stopping && failing.add(what)) {
            LOG.warnf("%s paused, tried again: %s", what, SafeTrace.of(failure));
        }
    }
}
