package nl.aftercare.notifications.sending;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import org.jspecify.annotations.Nullable;

/**
 * Hands one mail to a mail server, and waits for its answer. A connection for each mail: a server that closes one without a word, as in
 * the middle of a mail, keeps nobody else waiting.
 */
final class MailServer {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";

    private MailServer() {}

    /**
     * @param messageId with its angle brackets; the same for a repeat
     * @param calendar null without an entry for a calendar
     */
    record Mail(
            String messageId,
            String to,
            String subject,
            String text,
            String html,
            @Nullable Calendar calendar) {}

    /** @param type with its method */
    record Calendar(String type, String entry) {}

    /** @throws MessagingException when the server did not take it, or did not say so */
    static void send(Smtp smtp, Mail mail) throws MessagingException {
        var session = Session.getInstance(properties(smtp));
        try (var transport = session.getTransport("smtp")) {
            transport.connect(
                    smtp.host(),
                    smtp.port(),
                    smtp.username().orElse(null),
                    smtp.password().orElse(null));
            var message = new IdentifiedMessage(session, mail.messageId());
            message.setFrom(new InternetAddress(smtp.from()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            // no machine answers a machine (RFC 3834)
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(content(mail));
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
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
