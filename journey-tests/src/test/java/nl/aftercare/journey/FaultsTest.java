package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.aftercare.quickstart.Folders;
import org.junit.jupiter.api.Test;

class FaultsTest {
    /** Longer than the minute after which a consumer gives up by default. */
    private static final Duration OUTAGE = Duration.ofSeconds(70);

    private static final Path ROOT =
            Path.of(System.getProperty("aftercare.root")).toAbsolutePath();

    @Test
    void nothingIsLostTwiceOrOutOfOrderWhateverIsKilledWithTwoReplicasOfEverything() throws Exception {
        var folders = Folders.of(ROOT, ROOT.resolve("journey-tests/target/faults"));

        var differences = new Faults(new Faults.Options(folders, 20, 2_000, 20261124, 2, false, OUTAGE)).run();

        assertThat(differences).isEmpty();
    }
}
