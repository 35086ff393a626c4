package nl.aftercare.platform.transaction;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work that goes on beside other work: transactions live in the Vert.x context, so each has to have one of its own. */
public final class OwnContext {
    private OwnContext() {}

    /** @param work begins when the result is subscribed to, which has to be on a Vert.x context */
    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context =
                    Objects.requireNonNull(VertxContext.createNewDuplicatedContext(), "work runs on a Vert.x context");
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> work.get().subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /** Where work comes back to after an answer from a thread elsewhere: Hibernate Reactive works on its own context only. */
    public static Executor here() {
        var context = Objects.requireNonNull(Vertx.currentContext(), "work runs on a Vert.x context");
        return task -> context.runOnContext(ignored -> task.run());
    }
}
