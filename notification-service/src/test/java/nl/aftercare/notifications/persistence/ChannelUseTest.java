package nl.aftercare.notifications.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.aftercare.notifications.rules.Entrances.Limit;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;

/** A channel gets no more in a minute than it takes. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ChannelUseTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private static final Limit LIMIT = new Limit("9909 mail", 2);

    @Inject
    ChannelUse use;

    @Inject
    Transactions transactions;

    @Test
    void whatIsTooMuchForThisMinuteWaitsForTheNext() throws Throwable {
        STORED.change("delete from channel_use");
        assertThat(take(LIMIT)).isTrue();
        // in the same minute, however long the test takes
        STORED.change("update channel_use set minute = date_trunc('minute', now())");
        assertThat(take(LIMIT)).isTrue();
        STORED.change("update channel_use set minute = date_trunc('minute', now())");
        assertThat(take(LIMIT)).isFalse();
        assertThat(take(new Limit("usual mail", 2))).isTrue();

        STORED.change("update channel_use set minute = minute - interval '1 minute'");
        assertThat(take(LIMIT)).isTrue();
    }

    @Test
    void theNextMinuteIsNeverFarAway() {
        assertThat(ChannelUse.untilNextMinute(Instant.parse("2026-03-02T12:00:00Z")))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(ChannelUse.untilNextMinute(Instant.parse("2026-03-02T12:00:59Z")))
                .isEqualTo(Duration.ofSeconds(1));
    }

    private boolean take(Limit limit) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> transactions.in(new Tenancy(Set.of()), () -> use.take(limit)));
    }
}
