package nl.aftercare.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.Event;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that comes back is read from a real mailbox, and its message goes to the next channel or a person. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(OwningServices.class)
class BounceTest {
    private static final Database STORED = Database.asSuperuser("notifications");
    private final UUID robberyId = UUID.randomUUID();

    @BeforeEach
    void anEmptyMailbox() throws Exception {
        OwningServices.RETURNED.purgeEmailFromAllMailboxes();
    }

    @Test
    void whatCannotBeDeliveredLiesWithAPersonAndItsReportIsNotKept() throws Exception {
        invited();

        deliver(report(id(), "failed", "5.1.1"));

        awaitState("IN_HAND");
        assertThat(STORED.column(
                        "select code from message_fact where kind = 'BOUNCED' and message_id = '" + id() + "'"))
                .containsExactly("smtp-5.1.1");
        await().atMost(Topic.PATIENCE).until(() -> OwningServices.RETURNED.getReceivedMessages().length == 0);
    }

    @Test
    void aReportThatComesTwiceCountsOnce() throws Exception {
        invited();

        deliver(report(id(), "failed", "5.1.1"));
        deliver(report(id(), "failed", "5.1.1"));

        await().atMost(Topic.PATIENCE).until(() -> OwningServices.RETURNED.getReceivedMessages().length == 0);
        assertThat(STORED.count("from message_fact where kind = 'BOUNCED' and message_id = '" + id() + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"delayed, SENT", "delivered, DELIVERED", "relayed, SENT"})
    void whatIsNoFailureIsTakenForWhatItIs(String action, String state) throws Exception {
        invited();

        deliver(report(id(), action, "2.0.0"));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(unread()).isZero());
        awaitState(state);
    }

    @Test
    void aLetterOfAPersonIsLeftForPeople() throws Exception {
        invited();

        deliver("Subject: Vraag\r\nMessage-ID: <iets@voorbeeld.example>\r\n\r\nKunt u mij bellen?\r\n");
        deliver(report(UUID.randomUUID().toString(), "failed", "5.1.1"));

        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(unread()).isZero());
        assertThat(OwningServices.RETURNED.getReceivedMessages()).hasSize(2);
        awaitState("SENT");
    }

    private void invited() {
        Event.of("neighbourhood", "meeting-invited")
                .with("robberyId", robberyId)
                .with("meetingId", UUID.randomUUID())
                .send();
        awaitState("SENT");
    }

    private String id() {
        return STORED.column("select id from message where robbery_id = '" + robberyId + "'")
                .getFirst()
                .toString();
    }

    private void awaitState(String state) {
        await().atMost(Topic.PATIENCE).untilAsserted(() -> assertThat(
                        STORED.column("select state from message where robbery_id = '" + robberyId + "'"))
                .containsExactly(state));
    }

    private static long unread() throws MessagingException {
        long unread = 0;
        for (var mail : OwningServices.RETURNED.getReceivedMessages()) {
            unread += mail.getFlags().contains("AftercareRead") ? 0 : 1;
        }
        return unread;
    }

    private static void deliver(String mail) throws MessagingException {
        var message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        OwningServices.RETURNED.getUserManager().getUser("nazorg").deliver(message);
    }

    /** As Postfix writes it. */
    private static String report(String id, String action, String status) {
        return """
                From: MAILER-DAEMON@voorbeeld.example
                To: nazorg@voorbeeld.example
                Subject: Undelivered Mail Returned to Sender
                Date: Tue, 3 Mar 2026 12:00:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

                --grens
                Content-Type: text/plain; charset=us-ascii

                This is the mail system.

                --grens
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.voorbeeld.example

                Final-Recipient: rfc822; partner@voorbeeld.example
                Action: %s
                Status: %s

                --grens
                Content-Type: message/rfc822

                From: nazorg@voorbeeld.example
                To: partner@voorbeeld.example
                Subject: Bijeenkomst
                Message-ID: <%s@aftercare.example>

                Beste partner

                --grens--
                """.formatted(action, status, id).replace("\n", "\r\n");
    }
}
