package nl.aftercare.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries W3C Trace Context through a table: what was begun in one place goes on in another, later. */
@ApplicationScoped
public class Traces {
    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";
    private static final IdGenerator IDS = IdGenerator.random();
    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The {@code traceparent} of what is done now; null when it belongs to no trace. */
    public static @Nullable String current() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    /** The span of what is done now; ids of its own where it belongs to no trace. */
    public static SpanContext currentOrOwn() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? span
                : SpanContext.create(
                        IDS.generateTraceId(), IDS.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
    }

    /**
     * Work as a span of a trace that was begun earlier; without one it begins a trace. Needs a Vert.x context of its own.
     *
     * @param traceparent as {@link #current} gave it
     * @param name kebab-case, of the kind of work
     */
    // the scope ends with the work, which goes on after this method returned
    @SuppressWarnings("MustBeClosedChecker")
    public <T> Uni<T> goOn(@Nullable String traceparent, String name, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var span = tracer.spanBuilder(name).setParent(parent(traceparent)).startSpan();
            var scope = span.makeCurrent();
            return work.get()
                    .onFailure()
                    .invoke(() -> span.setStatus(StatusCode.ERROR))
                    .onTermination()
                    .invoke(() -> {
                        scope.close();
                        span.end();
                    });
        });
    }

    private static Context parent(@Nullable String traceparent) {
        if (traceparent == null || !traceparent.matches(FORM)) {
            return Context.root();
        }
        var parts = traceparent.split("-");
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())));
    }
}
