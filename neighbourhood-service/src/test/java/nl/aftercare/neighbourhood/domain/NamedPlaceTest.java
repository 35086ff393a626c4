package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.neighbourhood.domain.NamedPlace.Because;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody can guess from a text whom it is about. */
class NamedPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "STREET, 25, true, ALLOWED",
        "SQUARE, 25, true, ALLOWED",
        "SQUARE, 300, true, ALLOWED",
        "STREET, 24, true, TOO_FEW_ADDRESSES",
        "SQUARE, 0, true, TOO_FEW_ADDRESSES",
        "STREET, 300, false, MUNICIPALITY_NAMES_NONE",
        "SQUARE, 24, false, MUNICIPALITY_NAMES_NONE",
        "NEIGHBOURHOOD, 300, true, NOT_ABOUT_A_STREET",
        "ASSOCIATION, 300, true, NOT_ABOUT_A_STREET",
        "ASSOCIATION, 24, false, NOT_ABOUT_A_STREET"
    })
    void aStreetIsNamedOnlyAmongManyAddressesAndWhereTheMunicipalityDoes(
            Scope scope, int addresses, boolean namesStreets, Because because) {
        var audience = new Audience(scope, new Area("BU99010102", 2026, "Kerkplein"), addresses, 0, 0);

        assertThat(NamedPlace.of(audience, namesStreets))
                .isEqualTo(new NamedPlace(because == Because.ALLOWED ? "Kerkplein" : null, because));
    }

    @Test
    void whileNobodyKnowsWhoLivesAroundNoStreetIsNamed() {
        assertThat(NamedPlace.of(null, true)).isEqualTo(new NamedPlace(null, Because.NOT_ABOUT_A_STREET));
    }
}
