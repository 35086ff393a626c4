package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message.GivenUp;
import nl.aftercare.notifications.domain.Message.Sent;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.domain.MessageEvent.MessageSent;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T22:05:00Z");
    private static final Promise PROMISE = new Promise(
            UUID.randomUUID(),
            new Municipality("9901"),
            UUID.randomUUID(),
            Template.NEW_CASE,
            UUID.randomUUID(),
            Map.of(),
            NOW);

    @Test
    void aSentMessageIsToldOnceAndCountsItsAttempts() {
        var decision = (Accepted<Message, MessageEvent>) new Waiting(PROMISE, 3, "channel-unavailable").sent(NOW);

        assertThat(decision.state()).isEqualTo(new Sent(PROMISE, 4, NOW));
        assertThat(decision.events()).containsExactly(new MessageSent(PROMISE, PROMISE.robberyId(), NOW));
    }

    @Test
    void aFailedMessageWaitsForItsNextAttemptWithTheReason() {
        assertThat(new Waiting(PROMISE, 0, null).failed("no-address-known"))
                .isEqualTo(new Waiting(PROMISE, 1, "no-address-known"));
    }

    @Test
    void afterTheLastAttemptAPersonHasToLook() {
        var message = Message.promised(PROMISE);
        for (int attempt = 1; attempt < Message.LAST_ATTEMPT; attempt++) {
            message = ((Waiting) message).failed("channel-unavailable");
            assertThat(message).isInstanceOf(Waiting.class);
        }

        assertThat(((Waiting) message).failed("channel-unavailable"))
                .isEqualTo(new GivenUp(PROMISE, Message.LAST_ATTEMPT, "channel-unavailable"));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "11, 2048", "12, 3600", "59, 3600"})
    void thePauseDoublesUpToAnHour(int attempts, long seconds) {
        assertThat(new Waiting(PROMISE, attempts, "channel-unavailable").pause())
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
