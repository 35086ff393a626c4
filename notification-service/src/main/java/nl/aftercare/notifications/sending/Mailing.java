package nl.aftercare.notifications.sending;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Promise;
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

    private final ReactiveMailer mailer;
    private final Letters letters;
    private final Calendars calendars;
    private final Trial trial;

    Mailing(ReactiveMailer mailer, Letters letters, Calendars calendars, Trial trial) {
        this.mailer = mailer;
        this.letters = letters;
        this.calendars = calendars;
        this.trial = trial;
    }

    /** The id of the message is its Message-ID, so that a repeat can be told from a second message. */
    Uni<Outcome> send(Promise promise, Addressee addressee) {
        var address = addressee.email();
        if (address == null) {
            return Uni.createFrom().item(new Refused(Channel.EMAIL, "no-address"));
        }
        if (!trial.allows(address)) {
            return Uni.createFrom().item(new Forbidden("trial"));
        }
        var letter = letters.write(promise, addressee);
        var messageId = "<" + promise.messageId() + "@aftercare.example>";
        var mail = Mail.withText(address, letter.subject(), letter.text())
                .setHtml(letters.html(letter))
                .addHeader("Message-ID", messageId);
        CalendarEntry.of(promise)
                .ifPresent(entry -> mail.addAttachment(
                        "bijeenkomst.ics",
                        calendars.write(entry, promise, addressee).getBytes(StandardCharsets.UTF_8),
                        "text/calendar; charset=UTF-8; method="
                                + calendars.method(promise).getValue()));
        return mailer.send(mail)
                .<Outcome>replaceWith(new Taken(Channel.EMAIL, messageId))
                .onFailure()
                .recoverWithItem(Mailing::outcome);
    }

    private static Outcome outcome(Throwable failure) {
        return failure instanceof SMTPException answered && NEVER.contains(answered.getReplyCode())
                ? new Refused(Channel.EMAIL, "smtp-" + answered.getReplyCode())
                : new Failed(Channel.EMAIL, "channel-unavailable");
    }
}
