package nl.aftercare.neighbourhood.partners;

import static nl.aftercare.neighbourhood.Reported.post;
import static nl.aftercare.neighbourhood.Reported.put;
import static nl.aftercare.neighbourhood.Reported.read;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VenueResourceTest {

    @Test
    void aHallIsKeptWithWhatFitsInAndWhenItCanBeHad() {
        var path = "/v1/venues/"
                + post("coordinator", "/v1/venues", hall()).jsonPath().getString("id");

        var kept = read("coordinator", path);
        assertThat(kept.jsonPath().getInt("capacity")).isEqualTo(60);
        assertThat(kept.jsonPath().getString("availability.hours[0].from")).startsWith("18:00");
        assertThat(kept.jsonPath().getString("availability.absences[0].until")).isEqualTo("2027-01-03");

        var larger = new HashMap<>(hall());
        larger.remove("municipality");
        larger.put("capacity", 90);
        assertThat(put("coordinator", path, larger, kept.header("ETag")).statusCode())
                .isEqualTo(200);
        assertThat(put("coordinator", path, larger, kept.header("ETag")).statusCode())
                .isEqualTo(200);
        larger.put("capacity", 70);
        isProblem(put("coordinator", path, larger, kept.header("ETag")), 412);
        isProblem(read("coordinator-klein-buiten", path), 404);
        isProblem(read("manager", path), 403);
    }

    @Test
    void aPartnerIsKeptWithWhereAndWhenItWorks() {
        var partner = new HashMap<String, Object>(Map.of(
                "municipality", "9901",
                "kind", "POLICE",
                "name", "Wijkagent",
                "contactName", "Contact Voorbeeld",
                "email", "partner@voorbeeld.example",
                "areas", List.of(Map.of("code", "WK990101", "year", 2026))));
        partner.put("availability", hall().get("availability"));

        var id = post("coordinator", "/v1/partners", partner).jsonPath().getString("id");

        var kept = read("coordinator", "/v1/partners/" + id).jsonPath();
        assertThat(kept.getString("areas[0].code")).isEqualTo("WK990101");
        assertThat(kept.getString("availability.hours[0].day")).isEqualTo("TUESDAY");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = post(
                "coordinator",
                "/v1/venues",
                "{\"municipality\":\"1\",\"name\":\"\",\"capacity\":0,\"stage\":1,\"availability\":{\"hours\":"
                        + "[{\"day\":\"TODAY\",\"from\":\"25:00\",\"until\":2100}],\"absences\":[{\"from\":\"2026-01-01\"}]}}");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name"))
                .containsExactlyInAnyOrder(
                        "municipality",
                        "name",
                        "address",
                        "capacity",
                        "stage",
                        "availability.hours[0].day",
                        "availability.hours[0].from",
                        "availability.hours[0].until",
                        "availability.absences[0].until");
    }

    @Test
    void nothingEndsBeforeItBegins() {
        var hall = new HashMap<>(hall());
        hall.put(
                "availability",
                Map.of(
                        "hours", List.of(Map.of("day", "MONDAY", "from", "20:00", "until", "20:00")),
                        "absences", List.of(Map.of("from", "2026-12-24", "until", "2026-12-23"))));

        var answer = post("coordinator", "/v1/venues", hall);

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name"))
                .containsExactly("availability.hours[0].until", "availability.absences[0].until");
    }

    private static Map<String, Object> hall() {
        return Map.of(
                "municipality", "9901",
                "name", "Buurthuis Voorbeeld",
                "address", "Voorbeeldplein 1",
                "capacity", 60,
                "availability",
                        Map.of(
                                "hours", List.of(Map.of("day", "TUESDAY", "from", "18:00", "until", "22:00")),
                                "absences", List.of(Map.of("from", "2026-12-21", "until", "2027-01-03"))));
    }
}
