package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.persistence.Messages.Begun;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import nl.aftercare.notifications.sending.Outcome.Failed;
import nl.aftercare.notifications.sending.Outcome.Forbidden;
import nl.aftercare.notifications.sending.Outcome.Refused;
import nl.aftercare.notifications.sending.Outcome.Taken;
import nl.aftercare.notifications.texts.Letters;

/** The e-mail channel. */
@ApplicationScoped
class Mailing {
    /** No such mailbox, not here, or a name that cannot be (RFC 5321, 4.2.3); all else may be otherwise tomorrow. */
    private static final Set<Integer> NEVER = Set.of(550, 551, 553);

    private final Entrances entrances;
    private final Letters letters;
    private final Calendars calendars;
    private final Trial trial;

    Mailing(Entrances entrances, Letters letters, Calendars calendars, Trial trial) {
        this.entrances = entrances;
        this.letters = letters;
        this.calendars = calendars;
        this.trial = trial;
    }

    /** The id of the message is its Message-ID, so that a repeat can be told from a second message. */
    Uni<Outcome> send(Begun begun, Addressee addressee) {
        var address = addressee.email();
        if (address == null) {
            return Uni.createFrom().item(new Refused(Channel.EMAIL, "no-address"));
        }
        if (!trial.allows(address)) {
            return Uni.createFrom().item(new Forbidden("trial"));
        }
        return entrances
                .mail(begun.message().promise().municipality())
                .map(smtp -> send(smtp, address, begun, addressee))
                .orElseGet(() -> Uni.createFrom().item(new Refused(Channel.EMAIL, "channel-not-set-up")));
    }

    private Uni<Outcome> send(Smtp smtp, String address, Begun begun, Addressee addressee) {
        var promise = begun.message().promise();
        var letter = letters.write(promise, addressee, begun.text().wording());
        var messageId = "<" + promise.messageId() + "@aftercare.example>";
        var mail = new MailMessage()
                .setFrom(smtp.from())
                .setTo(address)
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letters.html(letter))
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", messageId)
                        // no machine answers a machine (RFC 3834)
                        .add("Auto-Submitted", "auto-generated"));
        CalendarEntry.of(promise)
                .ifPresent(entry -> mail.setAttachment(calendar(entry, promise, addressee, address, smtp)));
        return entrances
                .client(smtp)
                .sendMail(mail)
                .<Outcome>replaceWith(new Taken(Channel.EMAIL, messageId))
                .onFailure()
                .recoverWithItem(Mailing::outcome);
    }

    private MailAttachment calendar(
            CalendarEntry entry, Promise promise, Addressee addressee, String address, Smtp smtp) {
        return MailAttachment.create()
                .setName("bijeenkomst.ics")
                .setDisposition("attachment")
                .setContentType("text/calendar; charset=UTF-8; method="
                        + calendars.method(promise).getValue())
                .setData(Buffer.buffer(calendars.write(entry, promise, addressee.name(), address, smtp.from())));
    }

    private static Outcome outcome(Throwable failure) {
        return failure instanceof SMTPException answered && NEVER.contains(answered.getReplyCode())
                ? new Refused(Channel.EMAIL, "smtp-" + answered.getReplyCode())
                : new Failed(Channel.EMAIL, "channel-unavailable");
    }
}
