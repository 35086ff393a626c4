package nl.aftercare.notifications.sending;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.addresses.Addresses.Addressee;
import nl.aftercare.notifications.domain.Promise;

/** The e-mail channel. */
@ApplicationScoped
class Mailing {
    private final ReactiveMailer mailer;
    private final Letters letters;

    Mailing(ReactiveMailer mailer, Letters letters) {
        this.mailer = mailer;
        this.letters = letters;
    }

    /** The id of the message is its Message-ID, so that a repeat can be told from a second message. */
    Uni<Void> send(Promise promise, Addressee addressee) {
        var letter = letters.write(promise, addressee);
        var mail = Mail.withText(addressee.email(), letter.subject(), letter.text())
                .addHeader("Message-ID", "<" + promise.messageId() + "@aftercare.example>");
        return mailer.send(mail);
    }
}
