package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void whatWasSettledStays() {
        var programme = Map.of(RobberyKind.RESIDENTIAL, List.of("Welkom"));
        var materials = Map.of(RobberyKind.COMMERCIAL, List.of("Folder"));
        var wordings = new NeighbourWordings(true, "De burgemeester", null, Map.of(), Map.of());

        var settings = new Settings(Anchor.Event.REPORT, 21, Map.of(), programme, materials, wordings);

        assertThat(settings.programme()).isEqualTo(programme);
        assertThat(settings.materials()).isEqualTo(materials);
        assertThat(settings.wordings()).isEqualTo(wordings);
    }

    @Test
    void whatWasNotSettledIsAsUsual() {
        assertThat(new Settings(Anchor.Event.ROBBERY, 42, Map.of(), null, null, null))
                .isEqualTo(Settings.USUAL);
    }
}
