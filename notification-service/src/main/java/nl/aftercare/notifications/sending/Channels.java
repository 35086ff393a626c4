package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.rules.Entrances;

/** The channels that need no person. */
@ApplicationScoped
class Channels {
    private final Mailing mailing;
    private final Notify notifyNl;
    private final Entrances entrances;

    Channels(Mailing mailing, Notify notifyNl, Entrances entrances) {
        this.entrances = entrances;
        this.mailing = mailing;
        this.notifyNl = notifyNl;
    }

    Uni<Outcome> send(Channel channel, Outgoing outgoing, Addressee addressee) {
        return switch (channel) {
            case EMAIL ->
                entrances.isMailOfNotify(outgoing.promise())
                        ? notifyNl.send(channel, outgoing, addressee)
                        : mailing.send(outgoing, addressee);
            case TEXT, LETTER -> notifyNl.send(channel, outgoing, addressee);
            case PRINT, PHONE -> throw new IllegalStateException("a person does this");
        };
    }
}
