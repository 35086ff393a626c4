package nl.aftercare.notifications.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.rules.ChannelSettings.Notify;
import nl.aftercare.notifications.rules.ChannelSettings.OfMunicipality;
import nl.aftercare.notifications.rules.ChannelSettings.Smtp;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Reorganisations;

/** The way into the channels of a municipality: its own, else the usual one. */
@ApplicationScoped
public class Entrances {
    private final ChannelSettings settings;
    private final Reorganisations reorganisations;

    Entrances(ChannelSettings settings, Reorganisations reorganisations) {
        this.settings = settings;
        this.reorganisations = reorganisations;
    }

    public Optional<Smtp> mail(Municipality municipality) {
        return own(municipality).flatMap(OfMunicipality::mail).or(() -> usual().flatMap(OfMunicipality::mail));
    }

    public Optional<Notify> notifyNl(Municipality municipality) {
        return own(municipality).flatMap(OfMunicipality::notifyNl).or(() -> usual().flatMap(OfMunicipality::notifyNl));
    }

    /** Whether a message that goes by mail goes over NotifyNL; a calendar entry does not. */
    public boolean isMailOfNotify(Promise promise) {
        return notifyNl(promise.municipality()).flatMap(Notify::emailTemplate).isPresent()
                && CalendarEntry.of(promise).isEmpty();
    }

    /**
     * How much a way in takes.
     *
     * @param entrance names it, the same for all who share it
     */
    public record Limit(String entrance, int perMinute) {}

    /** Of the way that a message goes; empty when it has none. */
    public Optional<Limit> limit(Promise promise, Channel channel) {
        var municipality = promise.municipality();
        return channel == Channel.EMAIL && !isMailOfNotify(promise)
                ? mail(municipality)
                        .flatMap(smtp -> limit(owner(municipality, OfMunicipality::mail) + " mail", smtp.perMinute()))
                : notifyNl(municipality)
                        .flatMap(notify -> limit(
                                owner(municipality, OfMunicipality::notifyNl) + " notify-nl", notify.perMinute()));
    }

    private String owner(Municipality municipality, Function<OfMunicipality, Optional<?>> way) {
        return own(municipality).flatMap(way).isPresent()
                ? reorganisations.today(municipality).code()
                : ChannelSettings.USUAL;
    }

    private static Optional<Limit> limit(String entrance, OptionalInt perMinute) {
        return perMinute.isPresent() ? Optional.of(new Limit(entrance, perMinute.getAsInt())) : Optional.empty();
    }

    private Optional<OfMunicipality> own(Municipality municipality) {
        return Optional.ofNullable(settings.byMunicipality()
                .get(reorganisations.today(municipality).code()));
    }

    private Optional<OfMunicipality> usual() {
        return Optional.ofNullable(settings.byMunicipality().get(ChannelSettings.USUAL));
    }
}
