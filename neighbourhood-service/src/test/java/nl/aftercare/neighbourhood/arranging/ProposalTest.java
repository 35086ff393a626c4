package nl.aftercare.neighbourhood.arranging;

import static io.restassured.RestAssured.given;
import static nl.aftercare.neighbourhood.Reported.post;
import static nl.aftercare.neighbourhood.Reported.read;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.Reported;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners choose from dates by a link without an account, or by telephone; once a date suits all, it is agreed. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProposalTest {
    private static final Topic TOLD = new Topic("aftercare.neighbourhood.v1");
    private static final Instant FIRST = Instant.now().plus(12, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    private static final Instant SECOND = FIRST.plus(2, ChronoUnit.DAYS);
    private Reported robbery;
    private String corporation;
    private String police;

    @BeforeEach
    void aRobberyAndTwoPartners() {
        robbery = Reported.robbery(Map.of(
                "kind", "RESIDENTIAL",
                "surroundingsTenure", "RENTED",
                "occurredOn", LocalDate.now(DutchTime.ZONE).toString()));
        corporation = partner("HOUSING_CORPORATION");
        police = partner("POLICE");
    }

    @Test
    void aDateThatSuitsAllIsAgreedWithTheLastAnswer() {
        assertThat(propose(FIRST, SECOND).statusCode()).isEqualTo(200);

        var page = answer(link(corporation), "suits=" + FIRST + "&suits=" + SECOND);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Bedankt");
        assertThat(meeting().getString("state")).isEqualTo("PROPOSED");
        assertThat(answer(link(police), "suits=" + SECOND).asString()).contains("De datum staat vast");

        assertThat(meeting().getString("state")).isEqualTo("AGREED");
        assertThat(Instant.parse(meeting().getString("slot.startsAt"))).isEqualTo(SECOND);
        assertThat(robbery.shown().getString("standing")).isEqualTo("AGREED_IN_TIME");
        assertThat(robbery.shown().getString("arrangement.partnerId")).isEqualTo(corporation);
        var told = TOLD.await(8, robbery.robberyId());
        told.forEach(new WireContract("neighbourhood-service")::check);
        assertThat(told.stream().map(one -> Topic.header(one, "ce_type").replaceAll(".*hood[.]|[.]v1", "")))
                .containsExactly(
                        "neighbourhood-plan-opened",
                        "meeting-date-asked",
                        "meeting-date-asked",
                        "meeting-answered",
                        "meeting-answered",
                        "meeting-invited",
                        "meeting-invited",
                        "meeting-arranged");
    }

    @Test
    void aLinkAnswersOnceAndThenShowsTheAnswer() {
        propose(FIRST, SECOND);
        var link = link(corporation);

        answer(link, "suits=" + FIRST);
        var again = answer(link, "none=yes");

        assertThat(again.asString()).contains("Bedankt", "past niet");
        assertThat(meeting().getList("answers.'" + corporation + "'.suits")).hasSize(1);
        assertThat(page(link).asString()).contains("Bedankt");
    }

    @Test
    void lookingChangesNothing() {
        propose(FIRST);
        var link = link(corporation);

        assertThat(page(link).asString()).contains("Welke data passen u?", "<form method=\"post\">");
        assertThat(page(link).header("Cache-Control")).isEqualTo("no-store");
        assertThat(page(link).header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(meeting().getMap("answers")).isEmpty();
    }

    @Test
    void whoCannotComeMayProposeAnotherDate() {
        propose(FIRST);

        answer(
                link(corporation),
                "none=yes&counter=" + LocalDate.now(DutchTime.ZONE).plusDays(20) + "T19:30");
        answer(link(police), "none=yes");

        assertThat(meeting().getString("answers.'" + corporation + "'.counter")).isNotNull();
        assertThat(meeting().getList("answers.'" + police + "'.suits")).isEmpty();
        assertThat(meeting().getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void otherDatesMakeAnOlderLinkAndItsAnswersVoid() {
        propose(FIRST);
        var old = link(corporation);
        answer(old, "suits=" + FIRST);

        propose(SECOND);

        assertThat(meeting().getMap("answers")).isEmpty();
        assertThat(answer(old, "suits=" + FIRST).asString()).contains("Deze link werkt niet meer");
        assertThat(page(link(corporation)).asString()).contains("Welke data passen u?");
    }

    @Test
    void theSameProposalAgainAsksNobodyTwice() {
        propose(FIRST);
        answer(link(corporation), "suits=" + FIRST);

        propose(FIRST);

        assertThat(meeting().getMap("answers")).hasSize(1);
        assertThat(meeting().getList("history")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "suits=yesterday",
                "none=yes&suits=2099-01-01T10:00:00Z",
                "none=yes&counter=2020-01-01T10:00",
                "counter=x",
                "none=yes&counter=x"
            })
    void anAnswerThatSaysNothingIsAskedAgain(String form) {
        propose(FIRST);

        var page = answer(link(corporation), form);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("role=\"alert\"", "Welke data passen u?");
        assertThat(meeting().getMap("answers")).isEmpty();
    }

    @Test
    void aDateThatWasNotProposedIsNoAnswer() {
        propose(FIRST);

        assertThat(answer(link(corporation), "suits=" + SECOND).asString()).contains("werkt niet meer");
        assertThat(meeting().getMap("answers")).isEmpty();
    }

    @Test
    void aForgedOrChangedLinkSaysNothing() {
        propose(FIRST);
        var link = link(corporation);
        var parts = link.split("\\.");
        var forged = parts[0] + "." + parts[1] + "." + (parts[2].startsWith("A") ? "B" : "A") + parts[2].substring(1);

        for (var wrong : List.of(forged, "/v1/answers/x", "/v1/answers/a.b.c", parts[0] + "." + parts[1] + ".")) {
            assertThat(page(wrong).statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer(wrong, "suits=" + FIRST).statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(meeting().getMap("answers")).isEmpty();
    }

    @Test
    void byTelephoneTheCoordinatorRecordsTheAnswerAndMayChangeIt() {
        propose(FIRST, SECOND);

        assertThat(phone(corporation, Map.of("suits", List.of())).statusCode()).isEqualTo(200);
        assertThat(phone(corporation, Map.of("suits", List.of(SECOND.toString())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(phone(police, Map.of("suits", List.of(SECOND.toString()))).statusCode())
                .isEqualTo(200);

        assertThat(meeting().getString("state")).isEqualTo("AGREED");
        isProblem(phone(police, Map.of("suits", List.of())), 409);
    }

    @Test
    void oneMeetingForTwoRobberiesKeepsBothPromises() {
        var other = Reported.robbery(Map.of(
                "kind", "RESIDENTIAL",
                "surroundingsTenure", "RENTED",
                "occurredOn", LocalDate.now(DutchTime.ZONE).toString()));
        var proposal = Map.of(
                "options", List.of(Map.of("startsAt", FIRST.toString())),
                "partnerIds", List.of(corporation),
                "jointWith", List.of(other.plan()));

        assertThat(robbery.put("/meeting/proposal", proposal).statusCode()).isEqualTo(200);
        answer(link(corporation), "suits=" + FIRST);

        assertThat(other.shown().getString("standing")).isEqualTo("AGREED_IN_TIME");
        assertThat(read("coordinator", other.path() + "/meeting").jsonPath().getString("id"))
                .isEqualTo(meeting().getString("id"));
        isProblem(other.put("/meeting/proposal", proposal(SECOND)), 409);
        isProblem(other.put("/meeting/proposal", proposal), 400);
    }

    @Test
    void theForecastSaysWhoIsWaitedForAndWhetherThatIsInTime() {
        assertThat(forecast().getString("reason")).contains("nog geen partner gevraagd", "op tijd");
        propose(FIRST);
        answer(link(corporation), "suits=" + FIRST);

        assertThat(forecast().getList("waitingFor")).containsExactly(police);
        assertThat(forecast().getBoolean("misses")).isFalse();
        answer(link(police), "suits=" + FIRST);
        isProblem(read("coordinator", robbery.path() + "/forecast"), 404);
        assertThat(Database.asSuperuser("neighbourhood")
                        .count("from partner_answer where partner_id in ('" + corporation + "', '" + police + "')"))
                .isEqualTo(2);
    }

    private JsonPath forecast() {
        return read("coordinator", robbery.path() + "/forecast").jsonPath();
    }

    @Test
    void whenItWasNoRobberyNobodyIsAskedAnyMore() {
        propose(FIRST);
        var link = link(corporation);

        Event.of("cases", "robbery-changed")
                .with("robberyId", robbery.robberyId())
                .with("robbery", "NO")
                .send();

        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(meeting().getString("state")).isEqualTo("CANCELLED"));
        assertThat(answer(link, "suits=" + FIRST).asString()).contains("werkt niet meer");
    }

    @Test
    void whatMovesMovesForAllWhoTakePart() {
        propose(FIRST);
        answer(link(corporation), "suits=" + FIRST);
        answer(link(police), "suits=" + FIRST);

        var moved = robbery.put(
                "/arrangement",
                Map.of(
                        "partnerId",
                        corporation,
                        "agreedOn",
                        LocalDate.now(DutchTime.ZONE).toString(),
                        "startsAt",
                        SECOND.toString(),
                        "askedBy",
                        "PARTNER",
                        "reason",
                        "HALL_UNAVAILABLE"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(meeting().getList("partnerIds")).containsExactly(corporation, police);
        assertThat(meeting().getString("history[2].kind")).isEqualTo("MOVED");
        assertThat(TOLD.await(11, robbery.robberyId()).stream()
                        .map(one -> Topic.header(one, "ce_type"))
                        .filter(type -> type.contains("called-off")))
                .isEmpty();
    }

    @Test
    void whoseKindDoesNotFitIsNotAskedFirst() {
        var shops = partner("BUSINESS_ASSOCIATION");

        isProblem(
                robbery.put(
                        "/meeting/proposal",
                        Map.of(
                                "options", List.of(Map.of("startsAt", FIRST.toString())),
                                "partnerIds", List.of(shops))),
                409);
    }

    @Test
    void whatIsAgreedIsNotProposedAgain() {
        propose(FIRST);
        answer(link(corporation), "suits=" + FIRST);
        answer(link(police), "suits=" + FIRST);

        isProblem(propose(SECOND), 409);
    }

    @Test
    void aProposalCanBeTakenBack() {
        propose(FIRST);
        var link = link(corporation);

        var answer = given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType("application/json")
                .header("If-Match", read("coordinator", robbery.path()).header("ETag"))
                .body(Map.of("askedBy", "POLICE", "reason", "INVESTIGATION"))
                .post(robbery.path() + "/arrangement/cancellations");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(meeting().getString("state")).isEqualTo("CANCELLED");
        assertThat(page(link).asString()).contains("werkt niet meer");
        assertThat(propose(SECOND).statusCode()).isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = robbery.put(
                "/meeting/proposal",
                Map.of(
                        "options",
                                List.of(
                                        Map.of("startsAt", "2020-01-01T10:00:00Z"),
                                        Map.of("startsAt", FIRST.toString()),
                                        Map.of("startsAt", FIRST.toString())),
                        "partnerIds", List.of(police, police)));

        isProblem(answer, 400);
        assertThat(answer.jsonPath().getList("invalidParams.name"))
                .containsExactly("options[0].startsAt", "options[2].startsAt", "partnerIds");
        isProblem(robbery.put("/meeting/proposal", Map.of("options", List.of(), "partnerIds", List.of())), 400);
        isProblem(
                robbery.put(
                        "/meeting/proposal",
                        Map.of(
                                "options", List.of(Map.of("startsAt", FIRST.toString())),
                                "partnerIds", List.of(UUID.randomUUID().toString()))),
                400);
    }

    @Test
    void nobodyOfAnotherMunicipalityProposesReadsOrAsksForALink() {
        propose(FIRST);

        isProblem(
                Reported.put(
                        "coordinator-klein-buiten", robbery.path() + "/meeting/proposal", proposal(FIRST), "\"0\""),
                404);
        isProblem(read("coordinator-klein-buiten", robbery.path() + "/meeting"), 404);
        isProblem(read("coordinator", question(corporation)), 403);
        isProblem(Reported.put("manager", robbery.path() + "/meeting/proposal", proposal(FIRST), "\"0\""), 403);
        assertThat(Database.asService("neighbourhood").count("from meeting")).isZero();
    }

    private Response propose(Instant... options) {
        return robbery.put("/meeting/proposal", proposal(options));
    }

    private Map<String, Object> proposal(Instant... options) {
        return Map.of(
                "options",
                        List.of(options).stream()
                                .map(option -> Map.of("startsAt", option.toString()))
                                .toList(),
                "partnerIds", List.of(corporation, police));
    }

    private Response phone(String partner, Map<String, ?> answer) {
        var etag = read("coordinator", robbery.path() + "/meeting").header("ETag");
        return Reported.put("coordinator", robbery.path() + "/meeting/answers/" + partner, answer, etag);
    }

    private JsonPath meeting() {
        return read("coordinator", robbery.path() + "/meeting").jsonPath();
    }

    private String question(String partner) {
        return "/v1/meetings/" + meeting().getString("id") + "/questions/" + partner + "?municipality=9901";
    }

    /** As notification-service asks for it; the path only, since the tests run on a port of their own. */
    private String link(String partner) {
        return given().auth()
                .oauth2(Tokens.client("notification-service"))
                .get(question(partner))
                .jsonPath()
                .getString("link")
                .replaceFirst("https?://[^/]+", "");
    }

    private static Response page(String link) {
        return given().get(link);
    }

    private static Response answer(String link, String form) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(form.replace(":", "%3A"))
                .post(link);
    }

    private static String partner(String kind) {
        return post(
                        "coordinator",
                        "/v1/partners",
                        Map.of(
                                "municipality", "9901",
                                "kind", kind,
                                "name", "Voorbeeldpartner",
                                "contactName", "Contact Voorbeeld",
                                "email", "partner@voorbeeld.example"))
                .jsonPath()
                .getString("id");
    }
}
