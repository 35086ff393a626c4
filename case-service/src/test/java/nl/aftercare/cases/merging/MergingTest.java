package nl.aftercare.cases.merging;

import static io.restassured.RestAssured.given;
import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.anUpdate;
import static nl.aftercare.cases.Reports.caseId;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.cases.Reports.victim;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.aftercare.cases.Reports;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Tokens;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports about one incident from two feeds are proposed for merging, never merged by themselves. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MergingTest {
    private static final Database STORED = Database.asSuperuser("cases");
    private Instant occurredAt;
    private String reference;

    /** At a time of its own, so that no robbery of another test is near. */
    @BeforeEach
    void aTimeOfItsOwn() {
        occurredAt = Instant.parse("2000-01-01T00:00:00Z")
                .plus(ThreadLocalRandom.current().nextInt(8_000), ChronoUnit.DAYS)
                .plus(ThreadLocalRandom.current().nextInt(24), ChronoUnit.HOURS);
        reference = "MERGE-" + UUID.randomUUID();
    }

    @Test
    void twoFeedsThatTellOfRobberiesAtNearlyOneTimeAreProposedWithTheReason() {
        var byPolice = police().send();
        var byHand = byHand(occurredAt.plus(2, ChronoUnit.HOURS));

        var proposal = proposal(robberyId(byHand));

        assertThat(proposal).isNotNull();
        assertThat(proposal.toString())
                .contains(robberyId(byPolice), caseId(byPolice), caseId(byHand), "hooguit drie uur");
    }

    @Test
    void victimsAtOneAddressOnOneDayAreAReasonToo() {
        var address = Map.of("postcode", "9999XA", "houseNumber", 7, "street", "Fictieve Straat", "town", "Voorbeeld");
        var living = Map.of("reference", "1", "type", "DIRECT", "address", address);
        police().with("victims", List.of(living)).send();

        var near = byHand(occurredAt.plus(20, ChronoUnit.HOURS), List.of(living));
        var far = byHand(occurredAt.plus(30, ChronoUnit.HOURS), List.of(living));

        assertThat(proposal(robberyId(near)).toString())
                .contains("hetzelfde adres")
                .doesNotContain("drie uur");
        assertThat(proposal(robberyId(far))).isNull();
    }

    @Test
    void whatOneFeedTellsOfTwoRobberiesIsTwoRobberies() {
        police().send();
        var second = aReport().with("occurredAt", occurredAt.toString()).send();

        assertThat(proposal(robberyId(second))).isNull();
    }

    @Test
    void whatSomebodyFoundToBeTwoIsNotProposedAgain() {
        var byPolice = police().send();
        var byHand = byHand(occurredAt);

        assertThat(reject(robberyId(byPolice), robberyId(byHand)).statusCode()).isEqualTo(204);

        assertThat(reject(robberyId(byHand), robberyId(byPolice)).statusCode()).isEqualTo(204);
        assertThat(proposal(robberyId(byHand))).isNull();
    }

    @Test
    void aMergedRobberyGoesOnInTheOtherOneWithAllThatIsKnown() {
        var byHand = byHand(occurredAt);
        var byPolice = police().with("firearm", "YES")
                .with("victims", List.of(victim("1"), victim("2")))
                .send();
        anUpdate(reference).with("policeObjection", "NO").send();
        contact(caseId(byPolice));

        var merged = merge(robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)));

        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        Map<String, String> goesOn = merged.jsonPath().getMap("goesOn");
        assertThat(goesOn).hasSize(2).containsEntry(caseId(byPolice), caseId(byHand));
        var kept = get("/v1/robberies/" + robberyId(byHand)).jsonPath();
        assertThat(kept.getString("circumstances.firearm")).isEqualTo("YES");
        assertThat(kept.getString("policeObjection")).isEqualTo("NO");
        var over = get("/v1/robberies/" + robberyId(byPolice)).jsonPath();
        assertThat(over.getString("robbery")).isEqualTo("NO");
        assertThat(over.getString("mergedInto")).isEqualTo(robberyId(byHand));
        assertThat(get("/v1/cases/" + caseId(byPolice) + "/track").jsonPath().getString("state"))
                .isEqualTo("CLOSED");
        assertThat(get("/v1/cases/" + caseId(byHand))
                        .jsonPath()
                        .getString("aftercareCase.victimSupportContact.contacted"))
                .isEqualTo("YES");
        assertThat(proposal(robberyId(byPolice))).isNull();
    }

    @Test
    void whoHadTheOldCaseAndWhatWasToldOfItStaysToBeSeenInTheOneInWhichItGoesOn() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        STORED.change("insert into handover (id, municipality, case_id, to_person, by_person, at)"
                + " values (gen_random_uuid(), '9901', '%s', 'first-face', 'test', now())".formatted(caseId(byPolice)));
        STORED.change("insert into disclosure (id, municipality, case_id, recipient, categories, ground, by_person, at)"
                + " values (gen_random_uuid(), '9901', '%s', 'HOUSING_CORPORATION', 'ADDRESS', 'GDPR_6_1_E', 'test', now())"
                        .formatted(caseId(byPolice)));

        merge(robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)));

        assertThat(get("/v1/cases/" + caseId(byHand) + "/owner").asString()).contains("first-face");
        assertThat(get("/v1/cases/" + caseId(byHand) + "/disclosures").asString())
                .contains("HOUSING_CORPORATION");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/v1/robberies/" + robberyId(byHand) + "/timeline")
                                .jsonPath()
                                .getList("steps.text", String.class))
                        .anyMatch(text -> text.contains("dezelfde overval als een andere melding")));
    }

    @Test
    void whatTheFeedTellsLaterIsAboutTheOneThatWasKept() {
        var byHand = byHand(occurredAt);
        var byPolice =
                police().with("victims", List.of(victim("1"), victim("2"))).send();
        Map<String, String> goesOn = merge(
                        robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)))
                .jsonPath()
                .getMap("goesOn");

        var update = anUpdate(reference)
                .with("statedAt", Instant.now().minusSeconds(1).toString())
                .with("solved", "YES")
                .with("victims", List.of(victim("1"), victim("2"), victim("3")))
                .send();

        assertThat(robberyId(update)).isEqualTo(robberyId(byHand));
        assertThat(update.jsonPath().getList("cases", Map.class)).hasSize(3);
        assertThat(update.jsonPath().getString("cases.find { it.victimReference == '1' }.caseId"))
                .isEqualTo(caseId(byHand));
        assertThat(goesOn)
                .containsValue(update.jsonPath().getString("cases.find { it.victimReference == '2' }.caseId"));
        assertThat(get("/v1/robberies/" + robberyId(byHand)).jsonPath().getString("circumstances.solved"))
                .isEqualTo("YES");
        assertThat(police().with("victims", List.of(victim("1"), victim("2")))
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robberyId(byHand) + "'"))
                .isEqualTo(3);
    }

    @Test
    void whatFirstLinePartiesTellOfTheOldCaseReachesTheOneInWhichItGoesOn() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        merge(robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)));

        contact(caseId(byPolice));

        assertThat(get("/v1/cases/" + caseId(byHand))
                        .jsonPath()
                        .getString("aftercareCase.victimSupportContact.contacted"))
                .isEqualTo("YES");
        var over = get("/v1/cases/" + caseId(byPolice) + "/track").jsonPath();
        assertThat(over.getString("goesOnAs")).isEqualTo(caseId(byHand));
        assertThat(over.getString("explanation")).startsWith("Deze melding is samengevoegd");
        refused(
                given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .contentType(ContentType.JSON)
                        .body(Map.of())
                        .put("/v1/cases/" + caseId(byPolice) + "/reopening"),
                "case-merged");
    }

    @Test
    void whatOneFeedKnewOfAVictimIsNotWipedByTheOther() {
        var known = Map.of("reference", "A", "type", "DIRECT", "name", "Slachtoffer Voorbeeld", "phone", "000 0000001");
        var byHand = byHand(occurredAt, List.of(known));
        var byPolice = police().send();
        merge(robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)));

        anUpdate(reference)
                .with("statedAt", Instant.now().minusSeconds(1).toString())
                .with("victims", List.of(Map.of("reference", "1", "type", "DIRECT", "name", "Ander Voorbeeld")))
                .send();

        var victim = get("/v1/cases/" + caseId(byHand)).jsonPath();
        assertThat(victim.getString("victim.name")).isEqualTo("Ander Voorbeeld");
        assertThat(victim.getString("victim.phone")).isEqualTo("000 0000001");
    }

    @Test
    void aLegalHoldHoldsInTheCaseInWhichItGoesOn() {
        var byHand = byHand(occurredAt);
        var byPolice =
                police().with("victims", List.of(victim("1"), victim("2"))).send();
        for (var id : byPolice.jsonPath().getList("cases.caseId", String.class)) {
            STORED.change("update aftercare_case set legal_hold_because = 'x' where id = '" + id + "'");
        }

        Map<String, String> goesOn = merge(
                        robberyId(byPolice), robberyId(byHand), Map.of(caseId(byPolice), caseId(byHand)))
                .jsonPath()
                .getMap("goesOn");

        assertThat(goesOn.values()).hasSize(2).allSatisfy(id -> assertThat(
                        STORED.count("from aftercare_case where legal_hold_because = 'x' and id = '" + id + "'"))
                .isEqualTo(1));
    }

    @Test
    void whoWasErasedIsNotOpenedAgainWhenTheFeedNamesThem() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        STORED.change("update aftercare_case set track = 'ERASED', outcome = 'WITHHELD', erased_on = current_date,"
                + " victim_name = null where id = '" + caseId(byPolice) + "'");
        merge(robberyId(byPolice), robberyId(byHand), Map.of());

        anUpdate(reference).with("victims", List.of(victim("1"))).send();

        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robberyId(byHand) + "'"))
                .isEqualTo(1);
    }

    @Test
    void aMessageIsNotAttachedToARobberyThatWasMerged() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        merge(robberyId(byPolice), robberyId(byHand), Map.of());
        var waiting = anUpdate("UNKNOWN-" + reference)
                .with("solved", "YES")
                .send()
                .jsonPath()
                .getString("intakeMessageId");

        refused(
                given().auth()
                        .oauth2(Tokens.user("coordinator"))
                        .contentType(ContentType.JSON)
                        .body(Map.of("robberyId", robberyId(byPolice)))
                        .put("/v1/intake-messages/" + waiting + "/attachment"),
                "robbery-merged");
        refused(merge(robberyId(byPolice), robberyId(aReport().send()), Map.of()), "already-merged");
        refused(merge(robberyId(byHand), robberyId(byPolice), Map.of()), "kept-is-merged");
    }

    @Test
    void aRobberyThatOthersWereMergedIntoCanBeMergedItself() {
        var first = police().send();
        var second = byHand(occurredAt);
        merge(robberyId(first), robberyId(second), Map.of(caseId(first), caseId(second)));
        var third = aReport().with("occurredAt", occurredAt.toString()).send();

        merge(robberyId(second), robberyId(third), Map.of(caseId(second), caseId(third)));

        var update = anUpdate(reference).with("victims", List.of(victim("1"))).send();
        assertThat(robberyId(update)).isEqualTo(robberyId(third));
        assertThat(caseId(update)).isEqualTo(caseId(third));
    }

    @Test
    void aRepeatChangesNothingAndItIsToldAsPromisedAndOnce() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();

        var first = merge(robberyId(byPolice), robberyId(byHand), Map.of());
        var again = merge(robberyId(byPolice), robberyId(byHand), Map.of());

        assertThat(again.asString()).isEqualTo(first.asString());
        // reported, merged, closed
        var told = new Topic("aftercare.cases.v1").await(3, UUID.fromString(robberyId(byPolice)));
        told.forEach(new WireContract("case-service")::check);
        assertThat(told)
                .extracting(message -> Topic.header(message, "ce_type"))
                .containsExactly(
                        "nl.aftercare.cases.robbery-reported.v1",
                        "nl.aftercare.cases.robbery-merged.v1",
                        "nl.aftercare.cases.case-closed.v1");
        assertThat(new Topic("aftercare.cases.v1").await(2, UUID.fromString(robberyId(byHand))))
                .hasSize(2);
    }

    @Test
    void whatIsDecidedIsNotMergedAway() {
        var byHand = byHand(occurredAt);
        var byPolice = police().with("policeObjection", "NO").send();
        var id = caseId(byPolice);
        var version = get("/v1/cases/" + id + "/track").header("ETag");
        given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("result", "GRANTED_WITH_VISIT"))
                .put("/v1/cases/" + id + "/track/decision");

        refused(merge(robberyId(byPolice), robberyId(byHand), Map.of()), "already-decided");
        assertThat(merge(robberyId(byHand), robberyId(byPolice), Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoRobberyIsNotMerged() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        anUpdate(reference).with("robbery", "NO").send();

        refused(merge(robberyId(byPolice), robberyId(byHand), Map.of()), "not-a-robbery");
        refused(merge(robberyId(byHand), robberyId(byPolice), Map.of()), "not-a-robbery");
    }

    @Test
    void onlyRobberiesOfOneOwnMunicipalityAreMerged() {
        var here = police().send();
        var elsewhere = aReport().with("municipality", "9902").send();

        isProblem(merge(robberyId(here), robberyId(elsewhere), Map.of()), 404);
        isProblem(merge(robberyId(elsewhere), robberyId(here), Map.of()), 404);
        isProblem(reject(robberyId(here), robberyId(elsewhere)), 404);
        isProblem(merge(robberyId(here), UUID.randomUUID().toString(), Map.of()), 404);
        isProblem(merge(robberyId(here), robberyId(here), Map.of()), 400);
    }

    @Test
    void victimsThatAreNotOfTheseRobberiesAreNamed() {
        var byHand = byHand(occurredAt);
        var byPolice = police().send();
        var other = aReport().send();

        for (var same : List.of(
                Map.of(caseId(other), caseId(byHand)),
                Map.of(caseId(byPolice), caseId(other)),
                Map.of(caseId(byHand), caseId(byPolice)))) {
            var answer = merge(robberyId(byPolice), robberyId(byHand), same);
            isProblem(answer, 400);
            assertThat(answer.jsonPath().getList("invalidParams.name", String.class))
                    .containsExactly("sameVictims");
        }
        assertThat(get("/v1/robberies/" + robberyId(byPolice)).jsonPath().getString("mergedInto"))
                .isNull();
    }

    private Reports police() {
        return aReport().with("reference", reference).with("occurredAt", occurredAt.toString());
    }

    private static Response byHand(Instant at) {
        return byHand(at, List.of(victim("A")));
    }

    /** As a coordinator tells it: another feed. */
    private static Response byHand(Instant at, List<?> victims) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "reference",
                        UUID.randomUUID().toString(),
                        "municipality",
                        "9901",
                        "kind",
                        "COMMERCIAL",
                        "occurredAt",
                        at.toString(),
                        "victims",
                        victims))
                .post("/v1/robbery-reports");
    }

    private static void contact(String caseId) {
        given().auth()
                .oauth2(Tokens.client("victim-support-feed"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("municipality", "9901", "caseId", caseId, "party", "VICTIM_SUPPORT", "contacted", "YES"))
                .post("/v1/victim-contacts");
    }

    /** Of all pages: other tests make proposals too. */
    private static Map<String, Object> proposal(String robberyId) {
        for (var cursor = ""; cursor != null; ) {
            var page = get("/v1/merge-proposals?pageSize=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .jsonPath();
            var found = page.<Map<String, Object>>getList("items").stream()
                    .filter(item -> robberyId.equals(((Map<?, ?>) item.get("robbery")).get("id")))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            cursor = page.getString("nextCursor");
        }
        return null;
    }

    private static Response merge(String robberyId, String into, Map<String, String> same) {
        var body = new HashMap<String, Object>(Map.of("into", into));
        body.put(
                "sameVictims",
                same.entrySet().stream()
                        .map(one -> Map.of("caseId", one.getKey(), "sameAs", one.getValue()))
                        .toList());
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/robberies/" + robberyId + "/merger");
    }

    private static Response reject(String robberyId, String otherId) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .put("/v1/robberies/" + robberyId + "/merge-rejections/" + otherId);
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.user("coordinator")).get(path);
    }

    private static void refused(Response answer, String code) {
        isProblem(answer, 409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
