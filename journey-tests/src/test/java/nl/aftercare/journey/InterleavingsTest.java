package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.aftercare.quickstart.Folders;
import org.junit.jupiter.api.Test;

class InterleavingsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("aftercare.root")).toAbsolutePath();

    @Test
    void inWhateverOrderTheFeedTellsAndWhateverIsKilledTheSameIsKnownInTheEnd() throws Exception {
        var folders = Folders.of(ROOT, ROOT.resolve("journey-tests/target/interleavings"));

        var same = new Interleavings(new Interleavings.Options(folders, 400, 2, 20261124)).run();

        assertThat(same).as("no robbery differs from the model").isTrue();
    }
}
