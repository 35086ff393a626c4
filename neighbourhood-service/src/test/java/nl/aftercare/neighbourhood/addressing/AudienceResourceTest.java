package nl.aftercare.neighbourhood.addressing;

import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AudienceResourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | 0 | HOUSING_CORPORATION,POLICE",
                "0 | 80 | OWNERS_ASSOCIATION,POLICE",
                "40 | 40 | HOUSING_CORPORATION,OWNERS_ASSOCIATION,POLICE",
                "0 | 0 | HOUSING_CORPORATION,OWNERS_ASSOCIATION,POLICE"
            })
    void theHomesThatWereCountedDecideWithWhomTheMeetingIsArranged(int rented, int ownerOccupied, String kinds) {
        var robbery = Reported.robbery(Map.of("kind", "RESIDENTIAL", "surroundingsTenure", "UNKNOWN"));

        assertThat(robbery.put("/audience", audience(Map.of("rented", rented, "ownerOccupied", ownerOccupied)))
                        .statusCode())
                .isEqualTo(200);

        assertThat(robbery.shown().getList("partnerKinds")).containsExactly((Object[]) kinds.split(","));
    }

    @Test
    void whoIsToldIsKeptAsACountAndARepeatNeedsNoNewerVersion() {
        var robbery = Reported.robbery(Map.of());

        robbery.put("/audience", audience(Map.of()));
        var repeat = Reported.put("coordinator", robbery.path() + "/audience", audience(Map.of()), "\"0\"");
        var other =
                Reported.put("coordinator", robbery.path() + "/audience", audience(Map.of("addresses", 200)), "\"0\"");

        assertThat(repeat.statusCode()).isEqualTo(200);
        isProblem(other, 412);
        assertThat(robbery.shown().getInt("audience.addresses")).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "scope, TOWN, scope",
        "areaCode, 99010101, areaCode",
        "areaCode, BU9901, areaCode",
        "areaYear, 1800, areaYear",
        "addresses, 0, addresses",
        "rented, -1, rented",
        "rented, 101, addresses",
        "place, '', place",
        "place, Dorpsstraat 12, place",
        "place, Voorbeeld 7 b, place",
        "place, 1234 AB, place",
        "scope, NEIGHBOURHOOD, place",
        "street, A, street"
    })
    void aBadFieldIsNamed(String field, String value, String named) {
        var robbery = Reported.robbery(Map.of());

        var answer = robbery.put(
                "/audience",
                audience(Map.of(field, value.matches("-?\\d{1,4}") ? (Object) Integer.valueOf(value) : value)));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly(named);
        assertThat(robbery.shown().getString("audience")).isNull();
    }

    @Test
    void aManagerDoesNotSettleItNorDoesAnotherMunicipality() {
        var robbery = Reported.robbery(Map.of());
        var path = robbery.path() + "/audience";

        isProblem(Reported.put("manager", path, audience(Map.of()), "\"0\""), 403);
        isProblem(Reported.put("coordinator-klein-buiten", path, audience(Map.of()), "\"0\""), 404);
        isProblem(Reported.put("coordinator", path, audience(Map.of()), null), 428);
    }

    private static Map<String, Object> audience(Map<String, ?> changes) {
        var fields = new HashMap<String, Object>(Map.of(
                "scope", "STREET",
                "areaCode", "BU99010102",
                "areaYear", 2026,
                "place", "Voorbeeldstraat",
                "addresses", 100,
                "rented", 40,
                "ownerOccupied", 50));
        fields.putAll(changes);
        return fields;
    }
}
