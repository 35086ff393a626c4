package nl.aftercare.journey;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.aftercare.quickstart.StartupException;
import org.jspecify.annotations.Nullable;

/** A coordinator at work while things break: one task after the other, until no more come. */
final class Coordinator<T> implements AutoCloseable {
    private final BlockingQueue<Optional<T>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable StartupException failure;

    interface Work<T> {
        void on(T task) throws InterruptedException;
    }

    interface Rest {
        void run() throws InterruptedException;
    }

    /** @param rest what is left when no more tasks come */
    Coordinator(Work<T> work, Rest rest) {
        thread = Thread.ofVirtual().start(() -> work(work, rest));
    }

    void add(T task) {
        tasks.add(Optional.of(task));
    }

    /** Waits until all is done, or something cannot be done: then it says why. */
    Optional<String> finish() throws InterruptedException {
        tasks.add(Optional.empty());
        thread.join();
        return Optional.ofNullable(failure).map(gaveUp -> "the coordinator gave up: " + gaveUp.getMessage());
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void work(Work<T> work, Rest rest) {
        try {
            for (var task = tasks.take(); task.isPresent(); task = tasks.take()) {
                work.on(task.get());
            }
            rest.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StartupException e) {
            failure = e;
        }
    }
}
