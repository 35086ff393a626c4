package nl.aftercare.notifications.sending;

import static io.restassured.RestAssured.given;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class SendMessageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Database STORED = Database.asSuperuser("notifications");
    private UUID robberyId;
    private UUID meetingId;

    @BeforeEach
    void aRobberyOfItsOwn() {
        robberyId = UUID.randomUUID();
        meetingId = UUID.randomUUID();
        OwningServices.UNKNOWN.clear();
    }

    @Test
    void theCoordinatorHearsOfANewCaseByMail() {
        reported().send();
        var message = awaitSent().getFirst();

        assertThat(message).containsEntry("template", "new-case").containsEntry("recipient", "COORDINATOR");
        var mail = mailOf(message.get("id"));
        assertThat(mail.get("to")).isEqualTo("nazorg.9901@voorbeeld.example");
        assertThat(mail.get("subject")).isEqualTo("Nieuwe melding: woningoverval");
        assertThat(mail.get("text"))
                .contains("Coördinator Voorbeeld", "maandag 2 maart 2026", "2 slachtoffers", robberyId.toString());
    }

    @Test
    void thePartnerGetsWhatWasAgreedInWriting() {
        invited(0).send();
        var message = awaitSent().getFirst();

        assertThat(message).containsEntry("template", "meeting-arranged").containsEntry("recipient", "PARTNER");
        var mail = mailOf(message.get("id"));
        assertThat(mail.get("to")).isEqualTo("partner@voorbeeld.example");
        assertThat(mail.get("text")).contains("Contact Voorbeeld", "donderdag 26 maart 2026 om 19.30 uur");
        assertThat(mail.get("calendar"))
                .contains(
                        "METHOD:REQUEST",
                        "UID:" + meetingId + "@aftercare.example",
                        "SEQUENCE:0",
                        "DTSTART:20260326T183000Z",
                        "DTEND:20260326T203000Z",
                        "STATUS:CONFIRMED",
                        "mailto:partner@voorbeeld.example");
    }

    @Test
    void theCoordinatorHearsInTimeThatNothingIsAgreedAndWhenItIsTooLate() {
        Event.of("neighbourhood", "arrangement-window-nears")
                .with("robberyId", robberyId)
                .send();
        Event.of("neighbourhood", "arrangement-window-at-risk")
                .with("robberyId", robberyId)
                .send();
        Event.of("neighbourhood", "arrangement-window-breached")
                .with("robberyId", robberyId)
                .send();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(awaitSent())
                .extracting(message -> message.get("template"))
                .containsExactlyInAnyOrder(
                        "window-nears", "window-at-risk", "window-breached", "window-breached-escalated"));
        assertThat(awaitSent())
                .extracting(message -> mailOf(message.get("id")).get("text"))
                .anyMatch(text -> text.startsWith("Beste Manager Voorbeeld"))
                .anyMatch(text -> text.contains("uiterlijk maandag 16 maart 2026"))
                .anyMatch(text -> text.contains("rond woensdag 25 maart 2026"))
                .anyMatch(text -> text.contains("De laatste dag was maandag 23 maart 2026"));
    }

    @Test
    void aWarningThatWaitsIsNotSentAfterAMeetingWasArranged() {
        OwningServices.UNKNOWN.add("9902");
        Event.of("neighbourhood", "arrangement-window-nears")
                .header("ce_municipality", "9902")
                .with("robberyId", robberyId)
                .send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(STORED.column(warning())).containsExactly("WAITING"));

        Event.of("neighbourhood", "meeting-arranged")
                .with("robberyId", robberyId)
                .header("ce_municipality", "9902")
                .send();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(STORED.column(warning())).containsExactly("SUPERSEDED"));
    }

    private String warning() {
        return "select state from message where robbery_id = '" + robberyId + "' and template = 'WINDOW_NEARS'";
    }

    @Test
    void theCoordinatorHearsThatASchemeEndsOnce() {
        var measure = "Regeling " + UUID.randomUUID();
        var event = Event.of("schemes", "scheme-ends").with("label", measure).send();
        event.send();

        var mail = await().atMost(PATIENCE).until(() -> mailsAbout(measure), mails -> !mails.isEmpty());
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().get("to")).isEqualTo("nazorg.9901@voorbeeld.example");
        assertThat(mail.getFirst().get("text")).contains(measure + " stopt op donderdag 31 december 2026");
    }

    @Test
    void aPartnerIsAskedWithTheDatesAndALinkThatIsKeptNowhere() {
        asked(1).send();

        var mail = mailOf(awaitSent().getFirst().get("id"));
        assertThat(mail.get("text"))
                .contains(
                        "- donderdag 26 maart 2026 om 19.30 uur",
                        "- maandag 30 maart 2026 om 19.30 uur",
                        "https://nazorg.example/v1/answers/abc");
        assertThat(STORED.count("from message m where m::text like '%answers%'"))
                .isZero();
    }

    @Test
    void whatIsNotAskedAnyMoreIsNotSent() {
        OwningServices.NOTHING_TO_ASK.add(meetingId.toString());
        asked(1).send();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(robberyId)).containsExactly("SUPERSEDED"));
    }

    @Test
    void aQuestionOfAnEarlierRoundIsNotSent() {
        asked(2).send();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(robberyId)).containsExactly("SUPERSEDED"));
    }

    @Test
    void theCoordinatorHearsWhatAPartnerAnswers() {
        Event.of("neighbourhood", "meeting-answered")
                .with("robberyId", robberyId)
                .with("answer", "COUNTERED")
                .send();

        assertThat(mailOf(awaitSent().getFirst().get("id")).get("subject"))
                .isEqualTo("Een partner stelt een andere datum voor");
    }

    private Event asked(int round) {
        return Event.of("neighbourhood", "meeting-date-asked")
                .with("robberyId", robberyId)
                .with("meetingId", meetingId)
                .with("round", round);
    }

    @Test
    void aReplacedArrangementSaysThatItReplacesTheFormer() {
        invited(1).send();

        var mail = mailOf(awaitSent().getFirst().get("id"));
        assertThat(mail.get("subject")).startsWith("Gewijzigd");
        assertThat(mail.get("calendar")).contains("SEQUENCE:1");
    }

    @Test
    void whoNeedNotComeHearsItAndSoDoesTheCalendar() {
        invited(0).send();
        awaitSent();
        calledOff(1).send();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages()).hasSize(2));
        var withdrawn = awaitSent().stream()
                .filter(message -> message.get("template").equals("meeting-withdrawn"))
                .findFirst()
                .orElseThrow();
        assertThat(mailOf(withdrawn.get("id")).get("calendar"))
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", "UID:" + meetingId);
    }

    @Test
    void anInvitationThatComesAfterANewerOneIsNeverSent() {
        calledOff(3).send();
        awaitSent();

        invited(2).send();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(robberyId)).containsExactly("SENT", "SUPERSEDED"));
    }

    @Test
    void whileAnOlderInvitationIsOnItsWayTheNewerOneWaits() {
        OwningServices.UNKNOWN.add("9902");
        invited(0).header("ce_municipality", "9902").send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(robberyId)).containsExactly("WAITING"));
        // as if a replica had it in hand for as long as this takes
        STORED.change("update delivery_queue set due_at = now(), claimed_until = now() + interval '4 seconds'"
                + " where lane like '" + meetingId + "/%'");
        OwningServices.UNKNOWN.clear();

        calledOff(1).header("ce_municipality", "9902").send();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(robberyId)).containsExactly("SUPERSEDED", "SENT"));
        assertThat(STORED.column(
                        "select claimed_until < now() from delivery_queue where lane like '" + meetingId + "/%'"
                                + " union all select sent_at >= promised_at + interval '2 seconds' from message"
                                + " where robbery_id = '" + robberyId + "' and state = 'SENT'"))
                .containsOnly("t");
    }

    private static List<String> states(UUID robberyId) {
        return STORED.column(
                "select state from message where robbery_id = '" + robberyId + "' and state <> 'PLANNED' order by id");
    }

    @Test
    void whatStillWaitsIsNotSentAfterANewerArrangement() {
        OwningServices.UNKNOWN.add("9902");
        var first = invited(0).header("ce_municipality", "9902").send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOfPartnerMessages()).containsExactly("WAITING"));
        invited(1).header("ce_municipality", "9902").send();
        first.send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOfPartnerMessages()).containsExactly("SUPERSEDED", "WAITING"));

        OwningServices.UNKNOWN.clear();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statesOfPartnerMessages()).containsExactly("SUPERSEDED", "SENT"));
    }

    @Test
    void whatWasDoneForSomebodyLeavesLinesInBothBooks() {
        reported().send();
        var message = awaitSent().getFirst();

        assertThat(STORED.column(
                        "select action from audit_line where object = '" + message.get("id") + "' order by id"))
                .containsExactly("promise-message", "send-message");
        assertThat(STORED.count(
                        "from processing_line where name = 'send-message' and data_subject_id_type = 'coordinator'"))
                .isPositive();
    }

    @Test
    void aListCanBeNarrowedToAState() {
        reported().send();
        awaitSent();

        assertThat(states("SENT")).isNotEmpty().containsOnly("SENT");
        assertThat(states("IN_HAND")).allMatch("IN_HAND"::equals);
    }

    @Test
    void aSentMessageIsToldAsPromised() {
        reported().send();

        new WireContract("notification-service")
                .check(new Topic("aftercare.notifications.v1")
                        .await(1, robberyId)
                        .getFirst());
    }

    @Test
    void theAddressIsAskedAtTheMomentOfSendingWithTheServicesOwnTokenAndNeverKept() {
        reported().send();
        awaitSent();

        assertThat(OwningServices.ASKED)
                .anyMatch(asked -> asked.startsWith("/v1/coordinators/9901?municipality=9901 Bearer ey"));
        assertThat(STORED.count("from message m where m::text like '%@%' or m::text like '%Voorbeeld%'"))
                .isZero();
    }

    @Test
    void anEventThatComesTwicePromisesOneMessage() {
        var event = reported().send();
        event.send();
        awaitSent();
        invited(0).send();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(messages()).hasSize(2));

        assertThat(STORED.count("from message where robbery_id = '" + robberyId + "' and template = 'NEW_CASE'"))
                .isEqualTo(1);
    }

    @Test
    void withoutAnAddressAMessageWaitsWithItsReasonAndIsSentOnceItIsKnown() {
        OwningServices.UNKNOWN.add("9902");
        reported().header("ce_municipality", "9902").send();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select problem from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("no-address-known"));

        OwningServices.UNKNOWN.clear();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly("SENT"));
    }

    @Test
    void aMessageOfAnotherMunicipalityIsNotSeen() {
        reported().header("ce_municipality", "9902").send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(STORED.count("from message where robbery_id = '" + robberyId + "'"))
                        .isEqualTo(1));

        assertThat(messages()).isEmpty();
        assertThat(Database.asService("notifications").count("from message")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"robberyId=x", "state=x", "state=sent", "pageSize=0", "cursor=x", "municipality=x"})
    void aWrongFilterIsABadRequest(String filter) {
        isProblem(given().auth().oauth2(Tokens.user("coordinator")).get("/v1/messages?" + filter), 400);
    }

    private List<String> statesOfPartnerMessages() {
        return STORED.column("select state from message where robbery_id = '" + robberyId
                + "' and template = 'MEETING_ARRANGED' order by id");
    }

    private static List<String> states(String state) {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/messages?state=" + state)
                .jsonPath()
                .getList("items.state");
    }

    private Event reported() {
        return Event.of("cases", "robbery-reported").with("robberyId", robberyId);
    }

    private Event invited(int sequence) {
        return Event.of("neighbourhood", "meeting-invited")
                .with("robberyId", robberyId)
                .with("meetingId", meetingId)
                .with("sequence", sequence);
    }

    private Event calledOff(int sequence) {
        return Event.of("neighbourhood", "meeting-called-off")
                .with("robberyId", robberyId)
                .with("meetingId", meetingId)
                .with("sequence", sequence);
    }

    private List<Map<String, Object>> awaitSent() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages()).isNotEmpty().allSatisfy(message -> assertThat(message)
                        .containsEntry("state", "SENT")));
        return messages();
    }

    private List<Map<String, Object>> messages() {
        return given().auth()
                .oauth2(Tokens.user("coordinator"))
                .get("/v1/messages?robberyId=" + robberyId)
                .jsonPath()
                .getList("items.findAll { it.state != 'PLANNED' }");
    }

    private static List<Map<String, String>> mailsAbout(String word) {
        return mails().stream().filter(mail -> mail.get("text").contains(word)).toList();
    }

    private static List<Map<String, String>> mails() {
        return new JsonPath(given().get(TestServers.address("aftercare.inbox.url") + "/messages")
                        .asString())
                .getList("");
    }

    /** The one mail with the id of the message as its Message-ID, as the mail server received it. */
    private static Map<String, String> mailOf(Object messageId) {
        var mails = mails().stream()
                .filter(mail -> mail.get("messageId").equals("<" + messageId + "@aftercare.example>"))
                .toList();
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }
}
