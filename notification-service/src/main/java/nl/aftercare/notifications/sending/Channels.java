package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.Promise;

/** The channels that need no person. */
@ApplicationScoped
class Channels {
    private final Mailing mailing;
    private final Notify notifyNl;

    Channels(Mailing mailing, Notify notifyNl) {
        this.mailing = mailing;
        this.notifyNl = notifyNl;
    }

    Uni<Outcome> send(Channel channel, Outgoing outgoing, Addressee addressee) {
        var promise = outgoing.promise();
        return switch (channel) {
            case EMAIL ->
                isMailOfNotify(promise)
                        ? notifyNl.send(channel, outgoing, addressee)
                        : mailing.send(outgoing, addressee);
            case TEXT, LETTER -> notifyNl.send(channel, outgoing, addressee);
            case PRINT, PHONE -> throw new IllegalStateException("a person does this");
        };
    }

    /** A calendar entry does not go over NotifyNL. */
    private boolean isMailOfNotify(Promise promise) {
        return notifyNl.doesMail(promise) && CalendarEntry.of(promise).isEmpty();
    }
}
