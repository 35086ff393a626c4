package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import nl.aftercare.notifications.rules.Entrances;
import nl.aftercare.notifications.sending.MailServer.Calendar;
import nl.aftercare.notifications.sending.Outcome.Failed;
import nl.aftercare.notifications.sending.Outcome.Forbidden;
import nl.aftercare.notifications.sending.Outcome.Refused;
import nl.aftercare.notifications.sending.Outcome.Taken;
import nl.aftercare.notifications.texts.Letters;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/** The e-mail channel. */
@ApplicationScoped
class Mailing {
    /** No such mailbox, not here, or a name that cannot be (RFC 5321, 4.2.3); all else may be otherwise tomorrow. */
    private static final Set<Integer> NEVER = Set.of(550, 551, 553);

    private final Entrances entrances;
    private final MailServer mailServer;
    private final Letters letters;
    private final Calendars calendars;
    private final Trial trial;

    Mailing(Entrances entrances, MailServer mailServer, Letters letters, Calendars calendars, Trial trial) {
        this.entrances = entrances;
        this.mailServer = mailServer;
        this.letters = letters;
        this.calendars = calendars;
        this.trial = trial;
    }

    /** The id of the message is its Message-ID, so that a repeat can be told from a second message. */
    Uni<Outcome> send(Outgoing outgoing, Addressee addressee) {
        var address = addressee.email();
        if (address == null) {
            return Uni.createFrom().item(new Refused(Channel.EMAIL, "no-address"));
        }
        if (!trial.allows(address)) {
            return Uni.createFrom().item(new Forbidden("trial"));
        }
        return entrances
                .mail(outgoing.promise().municipality())
                .map(smtp -> send(smtp, address, outgoing, addressee))
                .orElseGet(() -> Uni.createFrom().item(new Refused(Channel.EMAIL, "channel-not-set-up")));
    }

    private Uni<Outcome> send(Smtp smtp, String address, Outgoing outgoing, Addressee addressee) {
        var promise = outgoing.promise();
        var letter = letters.write(outgoing, addressee);
        var messageId = "<" + promise.messageId() + "@aftercare.example>";
        var mail = new MailServer.Mail(
                messageId,
                outgoing.style().sender(),
                address,
                letter.subject(),
                letter.text(),
                letters.html(letter, outgoing.style()),
                CalendarEntry.of(promise)
                        .map(entry -> calendar(entry, promise, addressee, address, smtp))
                        .orElse(null));
        return Blocking.call(() -> hand(smtp, mail));
    }

    private Calendar calendar(CalendarEntry entry, Promise promise, Addressee addressee, String address, Smtp smtp) {
        return new Calendar(
                "text/calendar; charset=UTF-8; method="
                        + calendars.method(promise).getValue(),
                calendars.write(entry, promise, addressee.name(), address, smtp.from()));
    }

    private Outcome hand(Smtp smtp, MailServer.Mail mail) {
        try {
            mailServer.send(smtp, mail);
            return new Taken(Channel.EMAIL, mail.messageId());
        } catch (MessagingException failure) {
            return outcome(failure);
        }
    }

    private static Outcome outcome(MessagingException failure) {
        return code(failure)
                .filter(NEVER::contains)
                .<Outcome>map(code -> new Refused(Channel.EMAIL, "smtp-" + code))
                .orElseGet(() -> new Failed(Channel.EMAIL, "channel-unavailable"));
    }

    /** What the server said of the recipient, which the library hangs behind what it says of the mail. */
    private static Optional<Integer> code(@Nullable Exception failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case SMTPAddressFailedException refused -> Optional.of(refused.getReturnCode());
            case MessagingException other -> code(other.getNextException());
            default -> Optional.empty();
        };
    }
}
