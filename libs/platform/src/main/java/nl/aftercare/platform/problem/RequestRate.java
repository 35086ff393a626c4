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
import org.jspecify.annotations.Nullable;

/**
 * How many requests one caller makes in a minute, by its token, and one address, from which many may call. Nobody has looked at the token
 * yet: whoever invents tokens uses up what the address may, and takes nothing from others. Each replica counts for itself.
 */
@ApplicationScoped
class RequestRate {
    private static final int MINUTE = 60;
    /** Enough of a token to tell it from others: the end of its signature. */
    private static final int TELLING = 43;
    /** Of one address, as many as so many callers may. */
    private static final int CALLERS_OF_AN_ADDRESS = 10;
    /** Others are not counted: whoever invents tokens must not fill the memory, and its address is counted too. */
    private static final int MOST_COUNTED = 10_000;

    private final int most;
    private final InstantSource clock;
    private volatile Window window = new Window(0);

    /** A minute, and who made how many requests in it. */
    private record Window(long minute, Counts addresses, Counts tokens) {
        private Window(long minute) {
            this(minute, new Counts(), new Counts());
        }
    }

    private static final class Counts {
        private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

        private int count(String who) {
            return counts.size() < MOST_COUNTED || counts.containsKey(who)
                    ? counts.computeIfAbsent(who, unseen -> new AtomicInteger()).incrementAndGet()
                    : 0;
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
        return refuses(address(request), request.request().getHeader(HttpHeaders.AUTHORIZATION));
    }

    OptionalInt refuses(String address, @Nullable String token) {
        if (most == 0) {
            return OptionalInt.empty();
        }
        long second = clock.instant().getEpochSecond();
        var counts = at(second / MINUTE);
        boolean tooMany = token == null
                ? counts.addresses().count(address) > most
                : counts.addresses().count(address) > most * CALLERS_OF_AN_ADDRESS
                        || counts.tokens().count(end(token)) > most;
        return tooMany ? OptionalInt.of(MINUTE - (int) (second % MINUTE)) : OptionalInt.empty();
    }

    private Window at(long minute) {
        var current = window;
        if (current.minute() != minute) {
            current = new Window(minute);
            window = current;
        }
        return current;
    }

    private static String end(String token) {
        return token.substring(Math.max(0, token.length() - TELLING));
    }

    private static String address(RoutingContext request) {
        return Optional.ofNullable(request.request().remoteAddress())
                .map(address -> address.hostAddress())
                .orElse("unknown");
    }
}
