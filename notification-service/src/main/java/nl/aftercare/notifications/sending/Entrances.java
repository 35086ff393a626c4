package nl.aftercare.notifications.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.aftercare.notifications.rules.ChannelSettings;
import nl.aftercare.notifications.rules.ChannelSettings.Notify;
import nl.aftercare.notifications.rules.ChannelSettings.OfMunicipality;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Reorganisations;

/** The way into the channels of a municipality: its own, else the usual one. */
@ApplicationScoped
class Entrances {
    private final ChannelSettings settings;
    private final Reorganisations reorganisations;

    Entrances(ChannelSettings settings, Reorganisations reorganisations) {
        this.settings = settings;
        this.reorganisations = reorganisations;
    }

    Optional<Smtp> mail(Municipality municipality) {
        return own(municipality).flatMap(OfMunicipality::mail).or(() -> usual().flatMap(OfMunicipality::mail));
    }

    Optional<Notify> notifyNl(Municipality municipality) {
        return own(municipality).flatMap(OfMunicipality::notifyNl).or(() -> usual().flatMap(OfMunicipality::notifyNl));
    }

    private Optional<OfMunicipality> own(Municipality municipality) {
        return Optional.ofNullable(settings.byMunicipality()
                .get(reorganisations.today(municipality).code()));
    }

    private Optional<OfMunicipality> usual() {
        return Optional.ofNullable(settings.byMunicipality().get(ChannelSettings.USUAL));
    }
}
