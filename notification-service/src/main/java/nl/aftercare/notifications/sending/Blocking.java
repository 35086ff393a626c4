package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Runs what waits for a server, on a thread that costs nothing. When nobody waits for the answer any more, the thread is interrupted, which
 * closes the connection it waits on (JEP 444): a server that drips or says nothing holds up nobody, and does not take a message later.
 */
final class Blocking {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Blocking() {}

    static Uni<Outcome> call(Supplier<Outcome> work) {
        return Uni.createFrom().emitter(emitter -> {
            var running = THREADS.submit(() -> {
                try {
                    emitter.complete(work.get());
                } catch (RuntimeException e) {
                    emitter.fail(e);
                }
            });
            emitter.onTermination(() -> running.cancel(true));
        });
    }
}
