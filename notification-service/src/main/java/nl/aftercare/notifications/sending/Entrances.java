package nl.aftercare.notifications.sending;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Vertx vertx;
    private final Map<Smtp, MailClient> mailClients = new ConcurrentHashMap<>();

    Entrances(ChannelSettings settings, Reorganisations reorganisations, Vertx vertx) {
        this.settings = settings;
        this.reorganisations = reorganisations;
        this.vertx = vertx;
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

    /** One for each server, which keeps its connections. */
    MailClient client(Smtp smtp) {
        return mailClients.computeIfAbsent(smtp, server -> {
            var config = new MailConfig()
                    .setHostname(server.host())
                    .setPort(server.port())
                    .setStarttls(StartTLSOptions.valueOf(server.startTls()))
                    .setSsl(server.ssl())
                    .setLogin(server.username().isPresent() ? LoginOption.REQUIRED : LoginOption.NONE);
            server.username().ifPresent(config::setUsername);
            server.password().ifPresent(config::setPassword);
            return MailClient.create(vertx, config);
        });
    }
}
