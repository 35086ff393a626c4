package nl.aftercare.platform.logbook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The lines of the audit log. */
@ApplicationScoped
public class AuditLog {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final int UNAUTHORIZED = 401;
    private static final String ANONYMOUS = "anonymous";
    /** Lines about unknown callers that are written at the same time: a flood of them must not use up the connections. */
    private static final int MOST_ANONYMOUS = 4;

    private final Transactions transactions;
    private final Caller caller;
    private final RoutingContext request;
    private final Time time;
    private final Counter onlyCounted;
    private final String self;
    private final Semaphore anonymous = new Semaphore(MOST_ANONYMOUS);

    AuditLog(
            Transactions transactions,
            Caller caller,
            RoutingContext request,
            Time time,
            MeterRegistry meters,
            @ConfigProperty(name = "aftercare.event-source") String self) {
        this.onlyCounted = meters.counter("aftercare.audit.only.counted");
        this.self = self;
        this.transactions = transactions;
        this.caller = caller;
        this.request = request;
        this.time = time;
    }

    /**
     * Records a request that was turned away, in a transaction of its own. In a flood of callers without a valid token, those
     * beyond what the database is meant for are only counted.
     *
     * @param status 401, 403 or 404
     */
    public Uni<Void> refused(int status) {
        if (status != UNAUTHORIZED) {
            return write(status);
        }
        if (!anonymous.tryAcquire()) {
            onlyCounted.increment();
            return Uni.createFrom().voidItem();
        }
        return write(status).onTermination().invoke(anonymous::release);
    }

    private Uni<Void> write(int status) {
        return Uni.createFrom()
                .deferred(() -> transactions.in(
                        new Tenancy(Set.of()), () -> transactions.session().persist(refusal(status))))
                .onFailure()
                .invoke(failure ->
                        LOG.errorf("audit line lost: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    AuditRow succeeded(Municipality municipality, String action, UUID object) {
        var row = line(action, "ok", origin());
        identify(row);
        row.municipality = municipality.code();
        row.object = object.toString();
        return row;
    }

    AuditRow operated(String action, String object) {
        var row = line(action, "ok", origin());
        identify(row);
        row.object = object;
        return row;
    }

    AuditRow ownWork(Municipality municipality, String action, UUID object) {
        var row = line(action, "ok", "local");
        row.actor = self;
        row.client = self;
        row.roles = "";
        row.municipality = municipality.code();
        row.object = object.toString();
        return row;
    }

    private AuditRow refusal(int status) {
        var row = line(request.request().method() + " " + request.normalizedPath(), Integer.toString(status), origin());
        if (status == UNAUTHORIZED) {
            // a token that does not hold says nothing about who sent it
            row.actor = ANONYMOUS;
            row.client = ANONYMOUS;
            row.roles = "";
            return row;
        }
        identify(row);
        row.municipality = caller.tenancy().municipalities().stream()
                .map(Municipality::code)
                .sorted()
                .findFirst()
                .orElse(null);
        return row;
    }

    private void identify(AuditRow row) {
        row.actor = caller.subject();
        row.client = caller.client();
        row.roles = String.join(",", caller.roles());
    }

    private String origin() {
        return Optional.ofNullable(request.request().remoteAddress())
                .map(SocketAddress::hostAddress)
                .orElse("unknown");
    }

    private AuditRow line(String action, String result, String origin) {
        var row = new AuditRow();
        row.at = time.now();
        row.id = Ids.next(row.at);
        row.action = action;
        row.result = result;
        row.origin = origin;
        row.traceId = Optional.of(Span.current().getSpanContext())
                .filter(SpanContext::isValid)
                .map(SpanContext::getTraceId)
                .orElse(null);
        return row;
    }
}
