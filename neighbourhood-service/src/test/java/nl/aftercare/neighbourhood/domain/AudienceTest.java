package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {

    @ParameterizedTest
    @CsvSource({"1, 1, MIXED", "40, 1, MIXED", "1, 0, RENTED", "0, 1, OWNER_OCCUPIED", "0, 0,"})
    void oneHomeIsEnoughToAskTheCorporationOrTheOwners(int rented, int owned, SurroundingsTenure tenure) {
        assertThat(audience(60, rented, owned).tenure()).isEqualTo(Optional.ofNullable(tenure));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 1", "4, 2", "10, 3", "11, 4", "300, 90"})
    void ofTenAddressesThreeComeAndSomebodyAlwaysDoes(int addresses, int expected) {
        assertThat(audience(addresses, 0, 0).expected()).isEqualTo(expected);
    }

    private static Audience audience(int addresses, int rented, int owned) {
        return new Audience(Scope.NEIGHBOURHOOD, new Area("BU99010102", 2026, null), addresses, rented, owned);
    }
}
