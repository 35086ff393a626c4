package nl.aftercare.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private final Rounds rounds = new Rounds();
    private final Lines lines = new Lines();

    private static final class Lines extends Handler {
        private final List<String> told = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            told.add(record.getMessage()
                    .formatted(record.getParameters())
                    .lines()
                    .findFirst()
                    .orElse(""));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(lines);
    }

    @Test
    void theLogTellsWhenWorkBeginsToFailAndWhenItGoesOnAndNothingBetween() {
        for (int i = 0; i < 3; i++) {
            run("sending", Uni.createFrom().failure(new IllegalStateException("of mevrouw Jansen")));
        }
        run("sending", Uni.createFrom().voidItem());
        run("sending", Uni.createFrom().voidItem());

        assertThat(lines.told)
                .containsExactly("sending paused, tried again: java.lang.IllegalStateException", "sending goes on");
    }

    @Test
    void whatFailsAtOnceIsAFailureOfTheRoundToo() {
        rounds.once("sending", () -> {
                    throw new IllegalStateException();
                })
                .await()
                .indefinitely();

        assertThat(lines.told).hasSize(1);
    }

    @Test
    void oneKindOfWorkGoesOnWhileAnotherFails() {
        run("sending", Uni.createFrom().failure(new IllegalStateException()));
        run("counting", Uni.createFrom().voidItem());

        assertThat(lines.told).hasSize(1);
    }

    @Test
    void aRoundGoesOnUntilNothingIsFound() {
        var left = new AtomicInteger(3);

        rounds.whileFound("sending", () -> Uni.createFrom().item(left.getAndDecrement() > 0 ? List.of(1) : List.of()))
                .await()
                .indefinitely();

        assertThat(left).hasValue(-1);
    }

    @Test
    void aServiceThatStopsBeginsNoRoundAndTellsOfNoFailure() {
        var begun = new AtomicInteger();
        rounds.whileFound("sending", () -> {
                    begun.incrementAndGet();
                    rounds.stop(new ShutdownEvent());
                    return Uni.createFrom().failure(new IllegalStateException());
                })
                .await()
                .indefinitely();
        rounds.once("sending", () -> Uni.createFrom().item(begun.incrementAndGet()))
                .await()
                .indefinitely();

        assertThat(begun).hasValue(1);
        assertThat(lines.told).isEmpty();
    }

    private void run(String what, Uni<Void> work) {
        rounds.once(what, () -> work).await().indefinitely();
    }
}
