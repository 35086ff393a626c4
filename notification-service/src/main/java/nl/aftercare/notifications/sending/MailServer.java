package nl.aftercare.notifications.sending;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import nl.aftercare.platform.problem.SafeTrace;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands mail to mail servers, and waits for the answer. A connection that did what it should is kept for the next mail; one that did not
 * is closed, so that a server that says no word in the middle of a mail keeps nobody else waiting.
 */
@ApplicationScoped
class MailServer {
    private static final Logger LOG = Logger.getLogger(MailServer.class);
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 8;
    private final Map<Smtp, Deque<Kept>> kept = new ConcurrentHashMap<>();

    /** @param since of {@link System#nanoTime} */
    private record Kept(Session session, Transport transport, long since) {

        boolean isUsable() {
            return System.nanoTime() - since < KEPT.toNanos() && transport.isConnected();
        }
    }

    /**
     * @param messageId with its angle brackets; the same for a repeat
     * @param sender as people read it
     * @param calendar null without an entry for a calendar
     */
    record Mail(
            String messageId,
            String sender,
            String to,
            String subject,
            String text,
            String html,
            @Nullable Calendar calendar) {}

    /** @param type with its method */
    record Calendar(String type, String entry) {}

    /** @throws MessagingException when the server did not take it, or did not say so */
    void send(Smtp smtp, Mail mail) throws MessagingException {
        var connection = connection(smtp);
        try {
            var message = message(connection.session(), smtp, mail);
            connection.transport().sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            close(connection);
            throw failure;
        }
        keep(smtp, connection);
    }

    private Kept connection(Smtp smtp) throws MessagingException {
        var waiting = waiting(smtp);
        for (var one = waiting.pollFirst(); one != null; one = waiting.pollFirst()) {
            if (one.isUsable()) {
                return one;
            }
            close(one);
        }
        var session = Session.getInstance(properties(smtp));
        var transport = session.getTransport("smtp");
        transport.connect(
                smtp.host(),
                smtp.port(),
                smtp.username().orElse(null),
                smtp.password().orElse(null));
        return new Kept(session, transport, System.nanoTime());
    }

    private void keep(Smtp smtp, Kept used) {
        var waiting = waiting(smtp);
        if (waiting.size() < MOST_KEPT) {
            waiting.addFirst(new Kept(used.session(), used.transport(), System.nanoTime()));
        } else {
            close(used);
        }
    }

    private Deque<Kept> waiting(Smtp smtp) {
        return kept.computeIfAbsent(smtp, server -> new ConcurrentLinkedDeque<>());
    }

    private static void close(Kept connection) {
        try {
            connection.transport().close();
        } catch (MessagingException e) {
            LOG.debugf("a connection to a mail server was gone already: %s", SafeTrace.of(e));
        }
    }

    private static MimeMessage message(Session session, Smtp smtp, Mail mail) throws MessagingException {
        var message = new IdentifiedMessage(session, mail.messageId());
        message.setFrom(from(smtp, mail));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        // no machine answers a machine (RFC 3834)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static InternetAddress from(Smtp smtp, Mail mail) throws MessagingException {
        var from = new InternetAddress(smtp.from());
        try {
            from.setPersonal(mail.sender(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return from;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(mail.text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        var readable = new MimeMultipart("alternative", plain, html);
        var calendar = mail.calendar();
        if (calendar == null) {
            return readable;
        }
        var text = new MimeBodyPart();
        text.setContent(readable);
        var entry = new MimeBodyPart();
        entry.setDataHandler(new DataHandler(
                new ByteArrayDataSource(calendar.entry().getBytes(StandardCharsets.UTF_8), calendar.type())));
        entry.setDisposition(Part.ATTACHMENT);
        entry.setFileName("bijeenkomst.ics");
        return new MimeMultipart("mixed", text, entry);
    }

    private static Properties properties(Smtp smtp) {
        var properties = new Properties();
        // by its own name, without asking a name server for that of this machine
        properties.setProperty("mail.smtp.localhost", smtp.from().replaceFirst(".*@", ""));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(smtp.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(smtp.ssl()));
        properties.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(!smtp.startTls().equals("DISABLED")));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(smtp.startTls().equals("REQUIRED")));
        // an answer to QUIT changes nothing
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Keeps its own Message-ID, where the library would make one. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
