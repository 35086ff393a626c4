package nl.aftercare.cases.intake;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table for municipalities without a feed: a report per line, and nothing half done. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RobberyImportTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private static final String HEADER = "reference,municipality,kind,occurredAt,firearm,victim.reference,victim.type,"
            + "victim.name,victim.postcode,victim.houseNumber,victim.street,victim.town,victim.addressShielded\n";
    private String one;
    private String two;

    @BeforeEach
    void referencesOfTheirOwn() {
        one = "IMPORT-" + UUID.randomUUID();
        two = "IMPORT-" + UUID.randomUUID();
    }

    @Test
    void linesWithOneReferenceAreOneRobberyWithItsVictims() {
        var answer = send(HEADER
                + one
                + ",9901,RESIDENTIAL,2026-03-02T21:40:00+01:00,YES,1,DIRECT,Eerste Voorbeeld,9999XA,12,Fictieve Straat,Voorbeeldstad,true\n"
                + one + ",,,,,2,BYSTANDER,Tweede Voorbeeld,,,,,\n"
                + two + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,,,,,,,,\n");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var report = answer.jsonPath();
        assertThat(report.getList("robberies.line")).containsExactly(2, 4);
        assertThat(report.getList("robberies.reference", String.class)).containsExactly(one, two);
        assertThat(report.getList("robberies.cases")).containsExactly(2, 0);
        assertThat(report.getList("robberies.isNew")).containsOnly(true);
        assertThat(STORED.column("select victim_name || house_number || address_shielded from aftercare_case"
                        + " where robbery_id = '" + report.getString("robberies[0].robberyId")
                        + "' and house_number is not null"))
                .containsExactly("Eerste Voorbeeld12true");
    }

    @Test
    void theSameTableAgainDoesNothingTwice() {
        var table = HEADER + one + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,1,DIRECT,,,,,,\n";
        var first = send(table).jsonPath();

        var again = send(table).jsonPath();

        assertThat(again.getList("robberies.isNew")).containsOnly(false);
        assertThat(again.getString("robberies[0].robberyId")).isEqualTo(first.getString("robberies[0].robberyId"));
    }

    @Test
    void allThatIsWrongIsNamedByItsLineAndNothingIsStored() {
        var answer = send(HEADER
                + one + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,,,,,,,,\n"
                + two + ",99,STREET,yesterday,MAYBE,1,DIRECT,,12,x,,,\n"
                + two + ",,,,,1,NOBODY,,,,,,\n");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .contains(
                        "regel 3: municipality",
                        "regel 3: kind",
                        "regel 3: occurredAt",
                        "regel 3: firearm",
                        "regel 3: victim.postcode",
                        "regel 3: victim.houseNumber",
                        "regel 3: victim.street",
                        "regel 4: victim.type");
        assertThat(STORED.count("from feed_reference where reference = '" + one + "'"))
                .isZero();
    }

    @Test
    void linesOfOneRobberyThatContradictEachOtherAreNamed() {
        var answer = send(HEADER
                + one + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,1,DIRECT,,,,,,\n"
                + one + ",9902,RESIDENTIAL,,,2,DIRECT,,,,,,\n");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                .containsExactlyInAnyOrder("regel 3: municipality", "regel 3: kind");
    }

    @Test
    void oneLineThatTheDomainRefusesUndoesAll() {
        var answer = send(HEADER
                + one + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,,,,,,,,\n"
                + two + ",9901,COMMERCIAL,2100-01-01T10:00:00Z,,,,,,,,,\n");

        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("detail")).startsWith("Regel 3: ");
        assertThat(STORED.count("from feed_reference where reference = '" + one + "'"))
                .isZero();
    }

    @Test
    void aLineForAnotherMunicipalityIsNamed() {
        var answer = send(HEADER + one + ",9902,COMMERCIAL,2026-03-03T10:00:00Z,,,,,,,,,\n");

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name")).containsExactly("regel 2: municipality");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reference,municipality,kind,occurredAt",
                "reference\n\"open",
                "reference,colour\nR-1,red",
                "{\"reference\": 1}",
                "a,b\n1,2,3,4"
            })
    void whatIsNoSuchTableIsRefused(String table) {
        isProblem(send(table), 400);
    }

    @Test
    void whoIsNotDesignatedImportsNothing() {
        isProblem(
                given().auth()
                        .oauth2(Tokens.user("coordinator-new"))
                        .contentType("text/csv")
                        .body(HEADER + one + ",9901,COMMERCIAL,2026-03-03T10:00:00Z,,,,,,,,,\n")
                        .post("/v1/robbery-imports"),
                403);
    }

    private static Response send(String table) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType("text/csv; charset=utf-8")
                .body(table)
                .post("/v1/robbery-imports");
    }
}
