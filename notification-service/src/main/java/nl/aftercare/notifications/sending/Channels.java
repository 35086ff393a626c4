package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.sending.Outcome.Refused;

/** The channels that need no person. */
@ApplicationScoped
class Channels {
    private final Mailing mailing;

    Channels(Mailing mailing) {
        this.mailing = mailing;
    }

    Uni<Outcome> send(Channel channel, Promise promise, Addressee addressee) {
        return switch (channel) {
            case EMAIL -> mailing.send(promise, addressee);
            case TEXT, LETTER -> Uni.createFrom().item(new Refused(channel, "channel-not-set-up"));
            case PRINT, PHONE -> throw new IllegalStateException("a person does this");
        };
    }
}
