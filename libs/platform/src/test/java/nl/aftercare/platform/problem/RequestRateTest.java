package nl.aftercare.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private static final String OFFICE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    /** Ten seconds past a minute, until it is set. */
    private Instant now = Instant.parse("2026-11-02T20:15:10Z");

    private final RequestRate rate = new RequestRate(3, () -> now);

    @Test
    void asManyAsAreAllowedGoThroughAndTheNextHearsWhenToComeBack() {
        assertThat(IntStream.range(0, 3).mapToObj(request -> rate.refuses(OFFICE, "a")))
                .allMatch(wait -> wait.isEmpty());

        assertThat(rate.refuses(OFFICE, "a")).hasValue(50);
    }

    @Test
    void oneCallerHoldsUpNoOtherOfTheSameOffice() {
        IntStream.range(0, 9).forEach(request -> rate.refuses(OFFICE, "a"));

        assertThat(rate.refuses(OFFICE, "b")).isEmpty();
    }

    @Test
    void whoHasNoTokenIsCountedByAddress() {
        IntStream.range(0, 3).forEach(request -> rate.refuses(ELSEWHERE, null));

        assertThat(rate.refuses(ELSEWHERE, null)).isPresent();
        assertThat(rate.refuses(OFFICE, null)).isEmpty();
    }

    @Test
    void inTheNextMinuteItStartsAnew() {
        IntStream.range(0, 9).forEach(request -> rate.refuses(OFFICE, "a"));

        now = now.plus(Duration.ofSeconds(50));

        assertThat(rate.refuses(OFFICE, "a")).isEmpty();
    }

    @Test
    void withoutALimitNobodyIsRefused() {
        var unlimited = new RequestRate(0, () -> now);

        assertThat(IntStream.range(0, 5_000).mapToObj(request -> unlimited.refuses(OFFICE, "a")))
                .allMatch(wait -> wait.isEmpty());
    }

    @Test
    void whoeverInventsTokensUsesUpItsOwnAddressAndNobodyElses() {
        assertThat(IntStream.range(0, 20_000).mapToObj(token -> rate.refuses(ELSEWHERE, "invented " + token)))
                .filteredOn(wait -> wait.isEmpty())
                .hasSize(30);

        assertThat(rate.refuses(OFFICE, "a")).isEmpty();
    }
}
