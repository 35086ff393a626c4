package nl.aftercare.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the metrics exist, is tested on the running suite; that Prometheus reads the rules, by its own promtool in CI. */
class AlertsTest {
    private static final List<JsonNode> ALERTS = Chart.yaml(Chart.FOLDER.resolve("files/alerts.yaml"))
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .toList();

    @Test
    void everyAlertHasAChapterInTheRunbook() throws IOException {
        var chapters = Files.readString(Chart.ROOT.resolve("docs/runbook.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());

        assertThat(ALERTS).extracting(alert -> alert.path("alert").asText()).isSubsetOf(chapters);
    }

    @Test
    void everyAlertPointsAtItsOwnChapter() {
        assertThat(ALERTS).allSatisfy(alert -> assertThat(
                        alert.at("/annotations/runbook_url").asText())
                .isEqualTo("docs/runbook.md#" + alert.path("alert").asText().toLowerCase()));
    }

    @Test
    void noAlertShowsWhatIsOfOneMunicipality() {
        assertThat(ALERTS).allSatisfy(alert -> assertThat(alert.toString())
                .doesNotContain("municipality", "robbery_id", "case_id"));
    }
}
