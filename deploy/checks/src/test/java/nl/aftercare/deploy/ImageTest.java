package nl.aftercare.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImageTest {
    private static final Path DEPLOY = Chart.ROOT.resolve("deploy");

    @Test
    void theBaseOfAReleaseIsTheOneThatIsTriedHereByItsDigest() throws IOException {
        var tried = Files.readString(DEPLOY.resolve("Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("ARG JRE="))
                .map(line -> line.substring("ARG JRE=".length()))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(DEPLOY.resolve("base-image")).strip())
                .startsWith(tried + "@")
                .matches(".+@sha256:[0-9a-f]{64}");
    }

    @Test
    void aServiceRunsAsNobodyAndSaysHowItIs() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("Dockerfile")))
                .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$")
                .containsPattern("(?m)^HEALTHCHECK .*/q/health/ready")
                // the base of JRE 25 has neither, though a stand-in may
                .doesNotContainPattern("\"(curl|wget)\"");
    }
}
