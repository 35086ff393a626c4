package nl.aftercare.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case is found by whole words, however somebody types them. */
class SearchWordsTest {
    private static final Victim VICTIM = new Victim(
            "1",
            VictimType.DIRECT,
            "J. Bürgöl-van Voorbeeld",
            "Slachtoffer@voorbeeld.example",
            "+31612345678",
            new Address("9999XA", 12, "bis", "Fictieve Straat", "Voorbeeldstad"),
            false);

    @Test
    void theWordsOfAVictimAreThoseThatSomebodyWouldAskFor() {
        assertThat(SearchWords.of(VICTIM, "PL-2026-0001"))
                .containsExactlyInAnyOrder(
                        "burgol",
                        "van",
                        "voorbeeld",
                        "slachtoffer@voorbeeld.example",
                        "+31612345678",
                        "fictieve",
                        "12",
                        "straat",
                        "9999xa",
                        "9999xa12",
                        "pl",
                        "2026",
                        "0001");
    }

    @Test
    void whatIsNotKnownHasNoWords() {
        var unknown = new Victim("1", VictimType.BYSTANDER, null, null, null, null, false);

        assertThat(SearchWords.of(unknown, "R")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BURGOL, burgol",
        "bürgöl., burgol",
        "9999 xa, 9999xa",
        "9999XA12, 9999xa12",
        "06 12345678, +31612345678",
        "06-12345678, +31612345678",
        "0612345678, +31612345678",
        "a, ''",
        "%, ''",
        "' ', ''"
    })
    void capitalsAccentsAndSpacesDoNotMatter(String asked, String word) {
        assertThat(SearchWords.of(asked)).isEqualTo(word.isEmpty() ? Set.of() : Set.of(word));
    }
}
