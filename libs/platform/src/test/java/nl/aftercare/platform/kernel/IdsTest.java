package nl.aftercare.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:40:00.123Z");

    @Test
    void anIdIsOfVersionSevenAndHoldsItsMillisecond() {
        var id = Ids.next(NOW);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void whatIsMadeLaterComesLater() {
        var written = Stream.iterate(NOW, now -> now.plusMillis(1))
                .limit(1_000)
                .map(Ids::next)
                .map(UUID::toString)
                .toList();

        assertThat(written).isSorted();
    }

    @Test
    void thoseOfOneMillisecondDiffer() {
        assertThat(Stream.generate(() -> Ids.next(NOW)).limit(1_000)).doesNotHaveDuplicates();
    }
}
