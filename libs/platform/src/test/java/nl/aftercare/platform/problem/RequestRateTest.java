package nl.aftercare.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    /** Ten seconds past a minute, until it is set. */
    private Instant now = Instant.parse("2026-11-02T20:15:10Z");

    private final RequestRate rate = new RequestRate(3, () -> now);

    @Test
    void asManyAsAreAllowedGoThroughAndTheNextHearsWhenToComeBack() {
        assertThat(IntStream.range(0, 3).mapToObj(request -> rate.refuses("a"))).allMatch(wait -> wait.isEmpty());

        assertThat(rate.refuses("a")).hasValue(50);
    }

    @Test
    void oneCallerHoldsUpNoOther() {
        IntStream.range(0, 9).forEach(request -> rate.refuses("a"));

        assertThat(rate.refuses("b")).isEmpty();
    }

    @Test
    void inTheNextMinuteItStartsAnew() {
        IntStream.range(0, 9).forEach(request -> rate.refuses("a"));

        now = now.plus(Duration.ofSeconds(50));

        assertThat(rate.refuses("a")).isEmpty();
    }

    @Test
    void withoutALimitNobodyIsRefused() {
        var unlimited = new RequestRate(0, () -> now);

        assertThat(IntStream.range(0, 5_000).mapToObj(request -> unlimited.refuses("a")))
                .allMatch(wait -> wait.isEmpty());
    }

    @Test
    void whoeverInventsCallersIsOneOfThem() {
        IntStream.range(0, 10_000).forEach(caller -> rate.refuses("invented " + caller));

        assertThat(IntStream.range(0, 9).mapToObj(caller -> rate.refuses("another " + caller)))
                .anyMatch(wait -> wait.isPresent());
        assertThat(rate.refuses("invented 1")).isEmpty();
    }
}
