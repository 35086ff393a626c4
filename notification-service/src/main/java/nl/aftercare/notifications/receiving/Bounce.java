package nl.aftercare.notifications.receiving;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Fact.Kind;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * What a mail server says of a mail that it took (RFC 3464).
 *
 * @param messageId of ours
 */
record Bounce(UUID messageId, Fact fact) {
    private static final Pattern OURS =
            Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@aftercare\\.example>");

    /** @return empty when it is no such report, or of no mail of ours, or says only that it takes longer */
    static Optional<Bounce> read(MimeMessage mail, Instant now) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof MultipartReport report)) {
            return Optional.empty();
        }
        if (!(report.getReport() instanceof DeliveryStatus status)) {
            return Optional.empty();
        }
        var id = original(report);
        return id.flatMap(found -> kind(status).map(kind -> {
            var fact = new Fact(at(mail, now), kind, Channel.EMAIL, code(status), found.toString());
            return new Bounce(found, fact);
        }));
    }

    private static Optional<UUID> original(MultipartReport report) throws MessagingException {
        var returned = report.getReturnedMessage();
        if (returned == null || returned.getMessageID() == null) {
            return Optional.empty();
        }
        var ours = OURS.matcher(returned.getMessageID());
        return ours.matches() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    private static Optional<Kind> kind(DeliveryStatus status) {
        return field(status, "Action").flatMap(action -> switch (action.toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Kind.BOUNCED);
            case "delivered" -> Optional.of(Kind.DELIVERED);
            // it may arrive still
            default -> Optional.empty();
        });
    }

    /** The status of RFC 3463 and nothing else: the rest names somebody. */
    private static String code(DeliveryStatus status) {
        return field(status, "Status")
                .filter(text -> text.matches("\\d\\.\\d{1,3}\\.\\d{1,3}"))
                .map(text -> "smtp-" + text)
                .orElse("undeliverable");
    }

    private static Optional<String> field(DeliveryStatus status, String name) {
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            var found = field(status.getRecipientDSN(i), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> field(InternetHeaders headers, String name) {
        return Collections.list(headers.getMatchingHeaders(new String[] {name})).stream()
                .map(Header::getValue)
                .map(String::strip)
                .findFirst();
    }

    private static Instant at(MimeMessage mail, Instant now) {
        try {
            var sent = mail.getSentDate();
            return sent == null || sent.toInstant().isAfter(now) ? now : sent.toInstant();
        } catch (MessagingException e) {
            return now;
        }
    }
}
