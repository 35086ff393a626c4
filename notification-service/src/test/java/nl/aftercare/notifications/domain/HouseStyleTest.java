package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a municipality sends can be read by everybody. */
class HouseStyleTest {

    @ParameterizedTest
    @CsvSource({
        "#000000, true",
        "#154273, true",
        "#767676, true",
        "#777777, false",
        "#e17000, false",
        "#ffcc00, false",
        "#FFFFFF, false"
    })
    void aColourIsDarkEnoughToBeReadOnWhite(String colour, boolean readable) {
        assertThat(HouseStyle.isReadable(colour)).isEqualTo(readable);
    }
}
