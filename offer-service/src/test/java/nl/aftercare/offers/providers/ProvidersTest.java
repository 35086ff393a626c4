package nl.aftercare.offers.providers;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProvidersTest {
    private static final Database STORED = Database.asSuperuser("offers");
    private static final String PATH = "/v1/providers/9902";

    @AfterEach
    void theMunicipalityHasNoneOfItsOwn() {
        STORED.change("delete from providers where municipality = '9902'");
    }

    @Test
    void aNewMunicipalityHasTheNationalProviders() {
        assertThat(get(PATH).jsonPath().getList("providers.code", String.class))
                .contains("slachtofferhulp", "perspectief", "schadefonds");
        assertThat(get(PATH).jsonPath().getList("providers.scope", String.class))
                .containsOnly("NATIONAL");
    }

    @Test
    void itsOwnComeFirstAndCanBeAskedForPerMeasure() {
        assertThat(put(0, locksmith()).statusCode()).isEqualTo(200);

        assertThat(get(PATH).jsonPath().getString("providers[0].code")).isEqualTo("slotenmaker");
        assertThat(get(PATH + "?measure=door-chain").jsonPath().getList("providers.code", String.class))
                .containsExactly("slotenmaker");
    }

    @ParameterizedTest
    @CsvSource({
        "code, Slotenmaker, providers[0].code",
        "code, schadefonds, providers[0].code",
        "name, '', providers[0].name",
        "scope, NATIONAL, providers[0].scope",
        "email, geen-adres, providers[0].email",
        "telephone, bel maar, providers[0].telephone",
        "url, http://slot.example, providers[0].url",
        "unknown, x, providers[0].unknown"
    })
    void aBadProviderIsRefused(String field, String value, String wrong) {
        var provider = locksmith();
        provider.put(field, value);

        var refused = put(0, provider);

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams.name", String.class))
                .containsExactly(wrong);
        assertThat(STORED.count("from providers where municipality = '9902'")).isZero();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var unreachable = locksmith();
        unreachable.remove("email");
        unreachable.put("measures", List.of("door-chain", "free-beer"));

        var refused = put(0, unreachable, locksmith());

        isProblem(refused, 400);
        assertThat(refused.jsonPath().getList("invalidParams.name", String.class))
                .containsExactlyInAnyOrder("providers[0]", "providers[0].measures[1]", "providers[1].code");
    }

    @Test
    void whoChangesAnOlderListIsToldSo() {
        put(0, locksmith());

        isProblem(put(0, locksmith()), 412);
        assertThat(put(1, locksmith()).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyChangesTheListOfAnotherMunicipality() {
        isProblem(put("coordinator", 0, locksmith()), 403);
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get(PATH), 404);
    }

    private static Map<String, Object> locksmith() {
        return new HashMap<>(Map.of(
                "code", "slotenmaker",
                "name", "Slotenmaker Voorbeeld",
                "scope", "LOCAL",
                "measures", List.of("door-chain", "door-viewer"),
                "email", "montage@slotenmaker.example"));
    }

    private static Response put(int version, Object... providers) {
        return put("coordinator-klein-buiten", version, providers);
    }

    private static Response put(String by, int version, Object... providers) {
        return given().auth()
                .oauth2(Tokens.user(by))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("providers", List.of(providers)))
                .put(PATH);
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator-klein-buiten")).get(path);
    }
}
