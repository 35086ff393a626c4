package nl.aftercare.neighbourhood.informing;

import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to neighbours says nothing of a victim, and was read by the police and by a second person (domain.md L12). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TextResourceTest {
    private static final Topic TOLD = new Topic("aftercare.neighbourhood.v1");
    private static final String SETTINGS = "/v1/neighbourhood-settings/9909";
    private final LocalDate today = LocalDate.now(DutchTime.ZONE);

    @AfterEach
    void asUsual() {
        settle(Map.of());
    }

    @Test
    void theNoticeIsShownAsItWouldGo() {
        var notice = notice(Reported.robbery(Map.of("kind", "RESIDENTIAL", "occurredOn", "2026-03-02")));

        assertThat(notice.getString("state")).isEqualTo("DRAFT");
        assertThat(notice.getString("subject")).isEqualTo("Overval in de buurt");
        assertThat(notice.getString("body"))
                .contains(
                        "Op maandag 2 maart was er een overval op een woning in uw buurt.", "0900-0101", "De gemeente")
                .doesNotContain("{");
    }

    @Test
    void itIsApprovedAfterThePoliceByASecondPersonAndThenTold() {
        var robbery = addressed(120);
        var notice = notice(robbery);

        assertThat(police(robbery, notice, "AGREED").getString("state")).isEqualTo("READ");
        isProblem(approve("coordinator", robbery, notice), 409);
        var approved = approve("manager", robbery, notice);

        assertThat(approved.jsonPath().getString("state")).isEqualTo("APPROVED");
        assertThat(approve("manager", robbery, notice).statusCode()).isEqualTo(200);
        var told = TOLD.await(2, robbery.robberyId());
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(new String(told.getLast().value())).contains("\"text\":\"NOTICE\"", "\"addresses\":120");
        assertThat(told).hasSize(2);
    }

    @Test
    void whatThePoliceDidNotReadIsNotApproved() {
        var robbery = addressed(120);

        isProblem(approve("manager", robbery, notice(robbery)), 409);
    }

    @Test
    void whatThePoliceObjectToIsNotApprovedAndAnObjectionTakesAnApprovalBack() {
        var robbery = addressed(120);
        var notice = notice(robbery);
        police(robbery, notice, "OBJECTED");
        isProblem(approve("manager", robbery, notice), 409);

        police(robbery, notice, "AGREED");
        assertThat(approve("manager", robbery, notice).statusCode()).isEqualTo(200);
        police(robbery, notice, "OBJECTED");

        assertThat(notice(robbery).getString("state")).isEqualTo("OBJECTED");
    }

    @Test
    void ofATextThatChangedNothingHoldsThatWasSaidOfItBefore() {
        var robbery = addressed(120);
        var before = notice(robbery);
        police(robbery, before, "AGREED");
        Event.of("cases", "robbery-changed")
                .with("robberyId", robbery.robberyId())
                .with("kind", "RESIDENTIAL")
                .with("occurredOn", today.minusDays(3).toString())
                .send();
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(notice(robbery).getString("fingerprint"))
                        .isNotEqualTo(before.getString("fingerprint")));

        isProblem(approve("manager", robbery, before), 409);
        assertThat(notice(robbery).getString("state")).isEqualTo("DRAFT");
        isProblem(approve("manager", robbery, notice(robbery)), 409);
    }

    @Test
    void withoutAnAudienceNothingGoes() {
        var robbery = Reported.robbery(
                Map.of("kind", "RESIDENTIAL", "occurredOn", today.minusDays(1).toString()));
        var notice = notice(robbery);
        police(robbery, notice, "AGREED");

        isProblem(approve("manager", robbery, notice), 409);
    }

    @Test
    void withoutAMeetingThereIsNoInvitation() {
        var robbery = addressed(120);

        isProblem(Reported.read("coordinator", robbery.path() + "/texts/invitation"), 404);
        isProblem(Reported.read("coordinator", robbery.path() + "/texts/poem"), 404);
    }

    @Test
    void anInvitationSaysWhenAndAnotherDateHasToBeReadAgain() {
        var robbery = addressed(120);
        arrange(robbery, today.plusDays(10) + "T18:30:00Z");
        var invitation = text(robbery, "invitation");
        assertThat(invitation.getString("body")).contains("Wanneer: ", "uur", "Waar dat is, hoort u nog.");
        police(robbery, "invitation", invitation, "AGREED");
        assertThat(approve("manager", robbery, "invitation", invitation).statusCode())
                .isEqualTo(200);

        arrange(robbery, today.plusDays(11) + "T18:30:00Z");

        assertThat(text(robbery, "invitation").getString("state")).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 120, MUNICIPALITY, uw buurt.",
        "true, 24, ADDRESSES, uw buurt.",
        "true, 25, ALLOWED, uw straat (Voorbeeldstraat)."
    })
    void aStreetIsNamedOnlyWhereTheMunicipalityAllowsItAndNobodyIsPointedAt(
            boolean namesStreets, int addresses, String why, String place) {
        settle(Map.of("wordings", Map.of("namesStreets", namesStreets)));
        var robbery = Reported.robbery("9909", Map.of("kind", "RESIDENTIAL", "occurredOn", "2026-03-02"));
        address("coordinator-nieuwestad", robbery, addresses);

        var notice = Reported.read("manager-nieuwestad", robbery.path() + "/texts/notice")
                .jsonPath();

        assertThat(notice.getString("body")).contains("woning in " + place);
        assertThat(notice.getString("whyThisPlace"))
                .contains(
                        switch (why) {
                            case "MUNICIPALITY" -> "Uw gemeente noemt geen straat";
                            case "ADDRESSES" -> "er zijn maar 24 adressen";
                            default -> "er zijn 25 adressen";
                        });
    }

    @Test
    void aMunicipalityWordsItsOwnTextsAndNamesItsOwnSchemes() {
        settle(Map.of(
                "wordings",
                Map.of(
                        "namesStreets",
                        false,
                        "sender",
                        "Team Veiligheid",
                        "schemes",
                        Map.of("RESIDENTIAL", "U krijgt een deurspion gratis."),
                        "wordings",
                        Map.of("NOTICE_TO_RESIDENTS", "Onderwerp\n\nOp {dag}. {regelingen}\n{afzender}"))));
        var robbery = Reported.robbery("9909", Map.of("kind", "RESIDENTIAL", "occurredOn", "2026-03-02"));

        var notice = Reported.read("manager-nieuwestad", robbery.path() + "/texts/notice")
                .jsonPath();

        assertThat(notice.getString("subject")).isEqualTo("Onderwerp");
        assertThat(notice.getString("body"))
                .isEqualTo("Op maandag 2 maart. U krijgt een deurspion gratis.\nTeam Veiligheid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NOTICE_TO_RESIDENTS | Onderwerp~Bij {slachtoffer} thuis op {uur} | 2",
                "NOTICE_TO_RESIDENTS | Onderwerp~In de Dorpsstraat 12 bij de heer Voorbeeld | 2",
                "NOTICE_TO_RESIDENTS | Onderwerp~Een 82-jarige bewoner van 1234 AB | 2",
                "NOTICE_TO_RESIDENTS | Alleen een onderwerp zonder tekst | 1",
                "NOTICE_TO_RESIDENTS | Onderwerp~Kom op {bijeenkomst} naar het gemeentehuis | 1",
                "INVITATION_TO_RESIDENTS | Onderwerp~Kom naar het gemeentehuis, {afzender} | 2",
                "POEM | Onderwerp~Een gedicht zonder einde | 1"
            })
    void aWordingWithWhatMayNotBeInItIsRefusedWithAllThatIsWrong(String letter, String wording, int problems) {
        var answer = Reported.put(
                "manager-nieuwestad",
                SETTINGS,
                settings(Map.of(
                        "wordings",
                        Map.of("namesStreets", false, "wordings", Map.of(letter, wording.replace('~', '\n'))))),
                Reported.read("manager-nieuwestad", SETTINGS).header("ETag"));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams")).hasSize(problems);
    }

    @Test
    void nobodyOfAnotherMunicipalityReadsIt() {
        var robbery = addressed(120);

        isProblem(Reported.read("coordinator-klein-buiten", robbery.path() + "/texts/notice"), 404);
        isProblem(approve("manager-nieuwestad", robbery, notice(robbery)), 404);
        isProblem(
                Reported.put(
                        "manager",
                        robbery.path() + "/texts/notice/police-reading",
                        reading(notice(robbery), "AGREED"),
                        null),
                403);
    }

    @Test
    void whatIsSaidInTheFutureIsRefused() {
        var robbery = addressed(120);
        var reading = new HashMap<String, Object>(reading(notice(robbery), "AGREED"));
        reading.put("on", today.plusDays(1).toString());

        isProblem(Reported.put("coordinator", robbery.path() + "/texts/notice/police-reading", reading, null), 409);
    }

    private Reported addressed(int addresses) {
        var robbery = Reported.robbery(
                Map.of("kind", "RESIDENTIAL", "occurredOn", today.minusDays(1).toString()));
        address("coordinator", robbery, addresses);
        return robbery;
    }

    private static void address(String user, Reported robbery, int addresses) {
        var fields = Map.of(
                "scope",
                "STREET",
                "areaCode",
                "BU99010102",
                "areaYear",
                2026,
                "place",
                "Voorbeeldstraat",
                "addresses",
                addresses,
                "rented",
                0,
                "ownerOccupied",
                addresses);
        assertThat(Reported.put(user, robbery.path() + "/audience", fields, "\"0\"")
                        .statusCode())
                .isEqualTo(200);
    }

    private void arrange(Reported robbery, String startsAt) {
        var partner = Reported.post(
                        "coordinator",
                        "/v1/partners",
                        Map.of(
                                "municipality", "9901",
                                "kind", "OWNERS_ASSOCIATION",
                                "name", "Corporatie Voorbeeld",
                                "contactName", "Contact Voorbeeld",
                                "email", "corporatie@voorbeeld.example"))
                .jsonPath()
                .getString("id");
        var answer = robbery.put(
                "/arrangement", Map.of("partnerId", partner, "agreedOn", today.toString(), "startsAt", startsAt));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static JsonPath notice(Reported robbery) {
        return text(robbery, "notice");
    }

    private static JsonPath text(Reported robbery, String text) {
        return Reported.read(robbery.coordinator(), robbery.path() + "/texts/" + text)
                .jsonPath();
    }

    private JsonPath police(Reported robbery, JsonPath notice, String outcome) {
        return police(robbery, "notice", notice, outcome);
    }

    private JsonPath police(Reported robbery, String text, JsonPath shown, String outcome) {
        var answer = Reported.put(
                "coordinator", robbery.path() + "/texts/" + text + "/police-reading", reading(shown, outcome), null);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private Map<String, Object> reading(JsonPath shown, String outcome) {
        return Map.of("fingerprint", shown.getString("fingerprint"), "outcome", outcome, "on", today.toString());
    }

    private static Response approve(String user, Reported robbery, JsonPath notice) {
        return approve(user, robbery, "notice", notice);
    }

    private static Response approve(String user, Reported robbery, String text, JsonPath shown) {
        return Reported.put(
                user,
                robbery.path() + "/texts/" + text + "/approval",
                Map.of("fingerprint", shown.getString("fingerprint")),
                null);
    }

    private static Map<String, Object> settings(Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of("anchor", "ROBBERY", "meetingWithinDays", 42));
        all.putAll(more);
        return all;
    }

    private static void settle(Map<String, Object> more) {
        var answer = Reported.put(
                "manager-nieuwestad",
                SETTINGS,
                settings(more),
                Reported.read("manager-nieuwestad", SETTINGS).header("ETag"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }
}
