package nl.aftercare.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The events that are being handled now, and since when by a clock that nobody sets. */
@ApplicationScoped
public class InHand {
    private final Set<Work> works = ConcurrentHashMap.newKeySet();

    /** One event from the moment that it was read until its end is known. */
    public static final class Work {
        private volatile long since = System.nanoTime();

        /** The database said that it is away: starting the service again would help nobody. */
        public void waitsForDatabase() {
            since = System.nanoTime();
        }
    }

    public Work begin() {
        var work = new Work();
        works.add(work);
        return work;
    }

    public void end(Work work) {
        works.remove(work);
    }

    /** For how long the oldest of them has heard nothing. */
    Optional<Duration> oldest() {
        return works.stream()
                .map(work -> Duration.ofNanos(System.nanoTime() - work.since))
                .max(Comparator.naturalOrder());
    }
}
