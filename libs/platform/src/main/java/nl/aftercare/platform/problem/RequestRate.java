package nl.aftercare.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many requests one caller makes in a minute, by its token, or by its address when it has none. Each replica counts for itself. */
@ApplicationScoped
class RequestRate {
    private static final int MINUTE = 60;
    /** Enough of a token to tell it from others: the end of its signature. */
    private static final int TELLING = 43;
    /** More callers than this count as one: whoever invents tokens must not fill the memory. */
    private static final int CALLERS = 10_000;

    private final int most;
    private final InstantSource clock;
    private volatile Window window = new Window(0);

    /** A minute, and who made how many requests in it. */
    private record Window(long minute, Map<String, AtomicInteger> counts) {
        private Window(long minute) {
            this(minute, new ConcurrentHashMap<>());
        }
    }

    /** @param most requests of one caller in a minute; 0 for any number */
    @Inject
    RequestRate(@ConfigProperty(name = "aftercare.requests-per-minute") int most) {
        this(most, InstantSource.system());
    }

    RequestRate(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** @return after how many seconds the caller may ask again; empty when it may now */
    OptionalInt refuses(RoutingContext request) {
        return refuses(caller(request));
    }

    OptionalInt refuses(String caller) {
        long second = clock.instant().getEpochSecond();
        var counts = at(second / MINUTE).counts();
        var counted = counts.size() < CALLERS || counts.containsKey(caller) ? caller : "the others";
        int count =
                counts.computeIfAbsent(counted, unseen -> new AtomicInteger()).incrementAndGet();
        return most > 0 && count > most ? OptionalInt.of(MINUTE - (int) (second % MINUTE)) : OptionalInt.empty();
    }

    private Window at(long minute) {
        var current = window;
        if (current.minute() != minute) {
            current = new Window(minute);
            window = current;
        }
        return current;
    }

    private static String caller(RoutingContext request) {
        var token = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return token == null
                ? Optional.ofNullable(request.request().remoteAddress())
                        .map(address -> address.hostAddress())
                        .orElse("unknown")
                : token.substring(Math.max(0, token.length() - TELLING));
    }
}
