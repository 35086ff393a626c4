package nl.aftercare.neighbourhood.informing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import nl.aftercare.neighbourhood.domain.NeighbourLetter;
import nl.aftercare.platform.text.ForbiddenData;
import nl.aftercare.platform.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts for neighbours: of plain words, and of nobody (domain.md L12, L17). */
class WordingsTest {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("neighbour-texts", Locale.of("nl"));
    private static final int LONGEST_SENTENCE = 18;

    @ParameterizedTest
    @EnumSource
    void theUsualTextKeepsTheRulesForTheTextsOfMunicipalities(NeighbourLetter letter) {
        var wording = new Wording(TEXTS.getString("wording." + letter));

        assertThat(wording.problems(letter.allowedPlaceholders(), letter.neededPlaceholders()))
                .isEmpty();
        assertThat(wording.placeholders()).contains("afzender", "contact", "regelingen");
    }

    @ParameterizedTest
    @EnumSource
    void noSentenceIsLong(NeighbourLetter letter) {
        var text = TEXTS.getString("wording." + letter);

        assertThat(Arrays.stream(text.split("[.?!:\\n]")).map(String::strip))
                .allSatisfy(sentence ->
                        assertThat(sentence.split("\\s+")).as(sentence).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    @ParameterizedTest
    @CsvSource({
        "Bezorgd op 1234 AB, POSTCODE",
        "Bij Dorpsstraat 12a, HOUSE_NUMBER",
        "Vraag het de heer Voorbeeld, NAME",
        "Mevrouw Voorbeeld woont hier, NAME",
        "Een 82-jarige vrouw, AGE",
        "Iemand van 82 jaar oud, AGE",
        "Mail naar iemand@voorbeeld.example, E_MAIL",
        "Bel 06-12345678, MOBILE_NUMBER",
        "Betaal op NL00 TEST 0123456789, ACCOUNT_NUMBER",
        "Nummer 123456782, CITIZEN_NUMBER"
    })
    void whatPointsAtAPersonIsFound(String text, ForbiddenData found) {
        assertThat(ForbiddenData.in(text)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bel 0900-8844, of 112 bij spoed.",
                "Lees de 9 punten van excellent cameratoezicht.",
                "Op maandag 2 maart om 19.30 uur in het gemeentehuis.",
                "Mevrouw of meneer, kom langs.",
                "Binnen 14 dagen hoort u meer. U bent 18 jaar of ouder."
            })
    void whatPointsAtNobodyIsLeftAlone(String text) {
        assertThat(ForbiddenData.in(text)).isEmpty();
    }

    @Test
    void aPlaceWithoutAValueStopsTheText() {
        assertThatThrownBy(() -> new Wording("Op {dag}").fill(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueIsTakenAsItIsAndFilledInNoFurther() {
        assertThat(new Wording("{a} en {b}").fill(Map.of("a", "{b} $1 \\", "b", "2")))
                .isEqualTo("{b} $1 \\ en 2");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(new Wording("{x} {y} de heer Voorbeeld").problems(Set.of("a", "b"), Set.of("b")))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("{x}") && problem.contains("a, b"))
                .anyMatch(problem -> problem.equals("moet {b} bevatten"))
                .anyMatch(problem -> problem.equals("bevat een naam"));
    }
}
