package nl.aftercare.neighbourhood.dates;

import static io.restassured.RestAssured.given;
import static nl.aftercare.neighbourhood.Reported.post;
import static nl.aftercare.neighbourhood.Reported.read;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DateResourceTest {
    private static final Database STORED = Database.asSuperuser("neighbourhood");
    /** Where no other test has partners or halls. */
    private static final String MUNICIPALITY = "9902";

    private static final String COORDINATOR = "coordinator-klein-buiten";

    /** A neighbourhood of which no other test has partners. */
    private final String area =
            "BU" + MUNICIPALITY + "%04d".formatted(Math.abs(UUID.randomUUID().hashCode()) % 9000 + 1000);

    @Test
    void datesAreProposedWithTheirReasons() {
        var partner = partner("BUSINESS_ASSOCIATION", null);
        var robbery = robbery();
        assertThat(dates(robbery).getString("state")).isEqualTo("NEVER_ASKED");

        var found = ask(robbery);

        assertThat(found.getList("dates")).hasSize(3);
        assertThat(found.getList("dates[0].partnerIds")).containsExactly(partner);
        assertThat(found.getList("dates[0].reasons", String.class))
                .anyMatch(reason -> reason.contains("Na sluitingstijd"))
                .anyMatch(reason -> reason.contains("onrust"));
        assertThat(found.getString("concession")).isNull();
        assertThat(LocalDate.parse(found.getString("dates[0].day")))
                .isAfterOrEqualTo(LocalDate.now(DutchTime.ZONE).plusDays(10));
    }

    @Test
    void twoRobberiesNearEachOtherAreProposedOneMeeting() {
        post(COORDINATOR, "/v1/venues", hall());
        partner("BUSINESS_ASSOCIATION", null);
        var one = robbery();
        var other = robbery();

        var found = ask(one);

        assertThat(found.getList("dates[0].jointWith")).containsExactly(other.plan());
        assertThat(dates(other).getString("dates[0].startsAt")).isEqualTo(found.getString("dates[0].startsAt"));
    }

    @Test
    void whenNobodyCanComeWithinTheTermTheLeastConcessionIsProposed() {
        partner("BUSINESS_ASSOCIATION", LocalDate.now(DutchTime.ZONE).plusDays(60));
        var robbery = robbery();

        var found = ask(robbery);

        assertThat(found.getList("dates")).isEmpty();
        assertThat(found.getList("concession.absent")).containsExactly("BUSINESS_ASSOCIATION");
        assertThat(found.getString("concession.date.reasons[0]")).contains("ondernemersvereniging");
    }

    @Test
    void aSolverThatDiedIsFollowedByAnother() {
        partner("BUSINESS_ASSOCIATION", null);
        var robbery = robbery();
        // as if a replica took the region and fell silent
        STORED.change("insert into date_planning (region, asked, solved, claimed_until)"
                + " values ('voorbeeldstreek', 1, 0, now() + interval '3 seconds')"
                + " on conflict (region) do update set asked = date_planning.asked + 1,"
                + " claimed_until = excluded.claimed_until");

        await().atMost(Topic.PATIENCE)
                .untilAsserted(
                        () -> assertThat(dates(robbery).getString("state")).isEqualTo("FOUND"));
    }

    @Test
    void onlyTheCoordinatorOfTheMunicipalityAsks() {
        var robbery = robbery();
        var path = robbery.path() + "/date-proposals";

        isProblem(post("coordinator", path, Map.of()), 404);
        isProblem(read("coordinator", path), 404);
        isProblem(post("manager", path, Map.of()), 403);
        assertThat(Database.asService("neighbourhood").count("from date_proposal"))
                .isZero();
    }

    private JsonPath ask(Reported robbery) {
        var asked = given().auth().oauth2(Tokens.user(COORDINATOR)).post(robbery.path() + "/date-proposals");
        assertThat(asked.statusCode()).isEqualTo(202);
        await().atMost(Topic.PATIENCE)
                .untilAsserted(
                        () -> assertThat(dates(robbery).getString("state")).isEqualTo("FOUND"));
        return dates(robbery);
    }

    private static JsonPath dates(Reported robbery) {
        return read(COORDINATOR, robbery.path() + "/date-proposals").jsonPath();
    }

    private Reported robbery() {
        var robbery = Reported.robbery(
                MUNICIPALITY,
                Map.of(
                        "kind", "COMMERCIAL",
                        "unrest", "HIGH",
                        "occurredOn", LocalDate.now(DutchTime.ZONE).toString()));
        var told = robbery.put(
                "/audience",
                Map.of(
                        "scope", "NEIGHBOURHOOD",
                        "areaCode", area,
                        "areaYear", 2026,
                        "addresses", 50,
                        "rented", 0,
                        "ownerOccupied", 0));
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        return robbery;
    }

    private String partner(String kind, LocalDate awayUntil) {
        var partner = new HashMap<String, Object>(Map.of(
                "municipality",
                MUNICIPALITY,
                "kind",
                kind,
                "name",
                "Voorbeeldpartner",
                "contactName",
                "Contact Voorbeeld",
                "email",
                "partner@voorbeeld.example",
                "areas",
                List.of(Map.of("code", area, "year", 2026))));
        if (awayUntil != null) {
            partner.put(
                    "availability",
                    Map.of(
                            "hours", List.of(),
                            "absences",
                                    List.of(Map.of(
                                            "from",
                                            LocalDate.now(DutchTime.ZONE).toString(),
                                            "until",
                                            awayUntil.toString()))));
        }
        return post(COORDINATOR, "/v1/partners", partner).jsonPath().getString("id");
    }

    private static Map<String, Object> hall() {
        return Map.of("municipality", MUNICIPALITY, "name", "Zaal", "address", "Voorbeeldplein 1", "capacity", 500);
    }
}
