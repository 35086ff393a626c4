package nl.aftercare.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who forgets is reminded, at its own time and only while there is something to remind of. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class ReminderTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();
    private final UUID meetingId = UUID.randomUUID();
    private final UUID partnerId = UUID.randomUUID();

    @Test
    void whoDoesNotAnswerIsAskedAgainThreeWorkingDaysLater() {
        asked();
        awaitState("MEETING_ASKED_AGAIN", "PLANNED");
        assertThat(STORED.column(
                        "select not_before > now() + interval '2 days' and not_before < now() + interval '8 days'"
                                + " from message where robbery_id = '" + robberyId + "' and not_before is not null"))
                .containsExactly("t");

        itsTimeComes();

        awaitState("MEETING_ASKED_AGAIN", "SENT");
        assertThat(facts("MEETING_ASKED_AGAIN")).containsExactly("CREATED", "DUE", "ATTEMPTED", "ACCEPTED");
    }

    @Test
    void whoAnsweredMeanwhileIsNotAskedAgain() {
        asked();
        awaitState("MEETING_ASKED_AGAIN", "PLANNED");
        OwningServices.NOTHING_TO_ASK.add(meetingId.toString());

        itsTimeComes();

        awaitState("MEETING_ASKED_AGAIN", "SUPERSEDED");
    }

    @Test
    void aPartnerIsRemindedOfTheMeetingItAgreedTo() {
        invited(0, inThreeWeeks());
        awaitState("MEETING_ARRANGED", "SENT");
        awaitState("MEETING_NEARS", "PLANNED");

        itsTimeComes();

        awaitState("MEETING_NEARS", "SENT");
    }

    @Test
    void ofAMeetingThatDoesNotGoOnNobodyIsReminded() {
        invited(0, inThreeWeeks());
        awaitState("MEETING_NEARS", "PLANNED");

        event("meeting-called-off").with("sequence", 1).send();

        awaitState("MEETING_NEARS", "SUPERSEDED");
        awaitState("MEETING_WITHDRAWN", "SENT");
    }

    @Test
    void ofAMeetingOfTomorrowNobodyIsRemindedTwice() {
        invited(0, Instant.now().plus(20, ChronoUnit.HOURS));

        awaitState("MEETING_ARRANGED", "SENT");
        assertThat(STORED.count("from message where robbery_id = '" + robberyId + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 0"})
    void whoWasThereIsThankedUnlessItWasLongAgo(int daysAgo, int thanked) {
        invited(0, inThreeWeeks());
        awaitState("MEETING_ARRANGED", "SENT");

        event("meeting-held")
                .with("heldOn", LocalDate.now(DutchTime.ZONE).minusDays(daysAgo).toString())
                .send();
        event("meeting-answered").with("answer", "DECLINED").send();

        awaitState("MEETING_ANSWERED", "SENT");
        assertThat(STORED.count("from message where robbery_id = '" + robberyId + "' and template = 'MEETING_HELD'"))
                .isEqualTo(thanked);
    }

    private void asked() {
        event("meeting-date-asked").with("round", 1).send();
    }

    private void invited(int sequence, Instant startsAt) {
        event("meeting-invited")
                .with("sequence", sequence)
                .with("startsAt", startsAt.toString())
                .with("endsAt", startsAt.plus(2, ChronoUnit.HOURS).toString())
                .send();
    }

    private Event event(String type) {
        return Event.of("neighbourhood", type)
                .with("robberyId", robberyId)
                .with("meetingId", meetingId)
                .with("partnerId", partnerId);
    }

    private static Instant inThreeWeeks() {
        return Instant.now().plus(21, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private void itsTimeComes() {
        STORED.change(
                "update message set not_before = now() where not_before > now() and robbery_id = '" + robberyId + "'");
        STORED.change("update delivery_queue set due_at = now() where message_id in"
                + " (select id from message where robbery_id = '" + robberyId + "')");
    }

    private List<String> facts(String template) {
        return STORED.column(
                "select kind from message_fact f join message m on m.id = f.message_id where robbery_id = '" + robberyId
                        + "' and template = '" + template + "' order by place");
    }

    private void awaitState(String template, String state) {
        await().atMost(Topic.PATIENCE)
                .untilAsserted(() -> assertThat(STORED.column("select state from message where robbery_id = '"
                                + robberyId + "' and template = '" + template + "'"))
                        .containsExactly(state));
    }
}
