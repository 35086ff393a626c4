package nl.aftercare.cases.worklist;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does what next, by when, and who had a case before. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WorklistTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @Inject
    WorkingDays workingDays;

    @Test
    void aNewCaseWaitsForTheQuestionToThePolice() {
        var aftercare = caseId(aReport().send());
        take(aftercare);

        var item = item(aftercare);

        assertThat(item).containsEntry("nextAction", "ASK_POLICE").containsEntry("urgency", "SOON");
        assertThat(item.get("explanation").toString()).startsWith("Vraag de politie");
    }

    @Test
    void whatThePoliceTellChangesWhatIsToBeDone() {
        var reference = "WORK-" + UUID.randomUUID();
        var aftercare = caseId(aReport().with("reference", reference).send());
        take(aftercare);

        anUpdate(reference).with("policeObjection", "NO").send();
        assertThat(item(aftercare)).containsEntry("nextAction", "DECIDE");

        anUpdate(reference)
                .with("statedAt", "2026-03-04T12:00:00Z")
                .with("robbery", "NO")
                .send();
        assertThat(item(aftercare)).containsEntry("nextAction", "CLOSE");
    }

    @Test
    void aCaseThatIsLateIsOverdue() {
        var aftercare = caseId(aReport().send());
        take(aftercare);
        STORED.change("update aftercare_case set due_on = '2026-03-10' where id = '" + aftercare + "'");

        assertThat(item(aftercare)).containsEntry("urgency", "OVERDUE");
        assertThat(ids("owner=me&urgency=OVERDUE&pageSize=200")).contains(aftercare);
        assertThat(ids("owner=me&urgency=SOON&pageSize=200")).doesNotContain(aftercare);
        assertThat(ids("owner=me&urgency=LATER&pageSize=200")).doesNotContain(aftercare);
    }

    @Test
    void theListIsSortedByDayAndPagesShowEveryCaseOnce() {
        var mine = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            mine.add(caseId(aReport().send()));
            give(mine.getLast(), "colleague-of-five");
            // two of them on one day
            STORED.change("update aftercare_case set due_on = '2026-03-0" + (1 + i / 2) + "' where id = '"
                    + mine.getLast() + "'");
        }

        var seen = new ArrayList<String>();
        var path = "owner=colleague-of-five&pageSize=2";
        for (var cursor = ""; cursor != null; ) {
            var page = worklist(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .jsonPath();
            seen.addAll(page.getList("items.caseId", String.class));
            cursor = page.getString("nextCursor");
        }

        assertThat(seen).containsExactlyElementsOf(mine);
        assertThat(worklist("pageSize=200").jsonPath().getList("items.dueOn", String.class))
                .isSorted();
    }

    @Test
    void aHandoverIsKeptAndARepeatIsNone() {
        var aftercare = caseId(aReport().send());
        // to the front of the list of all other tests
        STORED.change("update aftercare_case set due_on = '2020-01-01' where id = '" + aftercare + "'");
        assertThat(ids("owner=nobody&pageSize=200")).contains(aftercare);

        give(aftercare, "colleague-1");
        give(aftercare, "colleague-2");
        var owner = give(aftercare, "colleague-2").jsonPath();

        assertThat(owner.getString("person")).isEqualTo("colleague-2");
        assertThat(owner.getList("handovers.to", String.class)).containsExactly("colleague-1", "colleague-2");
        assertThat(owner.getList("handovers.from", String.class)).containsExactly(null, "colleague-1");
        assertThat(owner.getList("handovers.by", String.class)).containsOnly(Tokens.subject("coordinator"));
        assertThat(ids("owner=nobody&pageSize=200")).doesNotContain(aftercare);
    }

    @Test
    void manyCasesAreGivenAtOnceAndEachIsLookedAtByItself() {
        var mine = caseId(aReport().send());
        var also = caseId(aReport().send());
        var elsewhere = caseId(aReport().with("municipality", "9902").send());
        var nowhere = UUID.randomUUID().toString();

        var report = assign("colleague-of-many", List.of(mine, elsewhere, also, nowhere, mine));

        assertThat(report.jsonPath().getList("assigned", String.class)).containsExactly(mine, also);
        assertThat(report.jsonPath().getList("notFound", String.class)).containsExactly(elsewhere, nowhere);
        assertThat(ids("owner=colleague-of-many&pageSize=200")).containsExactlyInAnyOrder(mine, also);
        isProblem(assign("two words", List.of(mine)), 400);
        isProblem(assign("colleague-1", List.of()), 400);
    }

    @Test
    void howManyPeopleHadTheCaseIsShown() {
        var aftercare = caseId(aReport().send());
        give(aftercare, "colleague-1");
        give(aftercare, "colleague-2");

        assertThat(give(aftercare, "colleague-1").jsonPath().getInt("faces")).isEqualTo(2);
    }

    @Test
    void theLogOfHandoversIsAppendOnly() {
        assertThat(STORED.column(
                        "select privilege_type from information_schema.role_table_grants where grantee = 'cases_service'"
                                + " and table_name = 'handover'"))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
    }

    @Test
    void theListNamesNoVictim() {
        caseId(aReport().send());

        assertThat(worklist("pageSize=200").asString()).doesNotContain("Slachtoffer Voorbeeld");
    }

    @Test
    void aCaseOfAnotherMunicipalityIsNotFoundAndNotListed() {
        var elsewhere = caseId(aReport().with("municipality", "9902").send());

        isProblem(give(elsewhere, "colleague-1"), 404);
        assertThat(ids("pageSize=200")).doesNotContain(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urgency=NOW",
                "owner=a b",
                "pageSize=0",
                "pageSize=201",
                "cursor=x",
                "cursor=f_________________8AAAAAAAAAAA",
                "cursor=AAAAAAAAAAAAAAAAAAAAAA"
            })
    void aWrongQuestionIsABadRequest(String query) {
        isProblem(worklist(query), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02, 1, 2026-04-07", // Good Friday and Easter Monday
        "2026-04-24, 1, 2026-04-28", // King's Day
        "2026-05-04, 1, 2026-05-06", // 5 May
        "2026-05-13, 1, 2026-05-15", // Ascension
        "2026-05-22, 1, 2026-05-26", // Whit Monday
        "2026-12-24, 1, 2026-12-28", // Christmas on Friday and Saturday
        "2026-12-31, 1, 2027-01-04", // New Year on Friday
        "2026-03-10, 0, 2026-03-10",
        "2026-03-13, 2, 2026-03-17"
    })
    void workingDaysPassOverTheDutchHolidays(LocalDate day, int count, LocalDate after) {
        assertThat(workingDays.after(day, count)).isEqualTo(after);
    }

    private static void take(String aftercare) {
        assertThat(give(aftercare, Tokens.subject("coordinator")).statusCode()).isEqualTo(200);
    }

    private static Response assign(String person, List<String> caseIds) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(Map.of("person", person, "caseIds", caseIds))
                .put("/v1/worklist/assignment");
    }

    private static Response give(String aftercare, String person) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(Map.of("person", person))
                .put("/v1/cases/" + aftercare + "/owner");
    }

    private static Response worklist(String query) {
        return given().auth().oauth2(Tokens.user("coordinator")).get("/v1/worklist?" + query);
    }

    private static List<String> ids(String query) {
        return worklist(query).jsonPath().getList("items.caseId", String.class);
    }

    /** Empty when it is not on the list. */
    private static Map<String, Object> item(String aftercare) {
        return worklist("owner=me&pageSize=200").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(item -> item.get("caseId").equals(aftercare))
                .findFirst()
                .orElse(Map.of());
    }
}
