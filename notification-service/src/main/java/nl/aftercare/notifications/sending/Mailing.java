package nl.aftercare.notifications.sending;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import nl.aftercare.notifications.addresses.Addresses.Addressee;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Promise;

/** The e-mail channel. */
@ApplicationScoped
class Mailing {
    private final ReactiveMailer mailer;
    private final Letters letters;
    private final Calendars calendars;

    Mailing(ReactiveMailer mailer, Letters letters, Calendars calendars) {
        this.mailer = mailer;
        this.letters = letters;
        this.calendars = calendars;
    }

    /** The id of the message is its Message-ID, so that a repeat can be told from a second message. */
    Uni<Void> send(Promise promise, Addressee addressee) {
        var letter = letters.write(promise, addressee);
        var mail = Mail.withText(addressee.email(), letter.subject(), letter.text())
                .addHeader("Message-ID", "<" + promise.messageId() + "@aftercare.example>");
        CalendarEntry.of(promise)
                .ifPresent(entry -> mail.addAttachment(
                        "bijeenkomst.ics",
                        calendars.write(entry, promise, addressee).getBytes(StandardCharsets.UTF_8),
                        "text/calendar; charset=UTF-8; method="
                                + calendars.method(promise).getValue()));
        return mailer.send(mail);
    }
}
