package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.rules.ChannelSettings;
import nl.aftercare.notifications.rules.Entrances;
import nl.aftercare.notifications.sending.Outcome.Failed;
import nl.aftercare.notifications.sending.Outcome.Forbidden;
import nl.aftercare.notifications.sending.Outcome.Refused;
import nl.aftercare.notifications.sending.Outcome.Taken;
import nl.aftercare.notifications.texts.Letter;
import nl.aftercare.notifications.texts.Letters;
import org.jspecify.annotations.Nullable;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * NotifyNL: mail, text messages and letters through one provider. It takes the same reference twice, so before a second attempt it is
 * asked whether it has the message already.
 */
@ApplicationScoped
class Notify {
    static {
        // else Java sends a POST without an answer again by itself, and a victim gets the same message twice
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final Entrances entrances;
    private final Letters letters;
    private final Trial trial;
    private final Map<String, NotificationClient> clients = new ConcurrentHashMap<>();

    Notify(Entrances entrances, Letters letters, Trial trial) {
        this.entrances = entrances;
        this.letters = letters;
        this.trial = trial;
    }

    Uni<Outcome> send(Channel channel, Outgoing outgoing, Addressee addressee) {
        var promise = outgoing.promise();
        var settings = entrances.notifyNl(promise.municipality()).orElse(null);
        if (settings == null || template(settings, channel).isEmpty()) {
            return Uni.createFrom().item(new Refused(channel, "channel-not-set-up"));
        }
        var address = address(channel, addressee);
        if (address == null) {
            return Uni.createFrom().item(new Refused(channel, "no-address"));
        }
        if (!trial.allows(address)) {
            return Uni.createFrom().item(new Forbidden("trial"));
        }
        return Blocking.call(() -> send(settings, channel, outgoing, addressee));
    }

    private static Optional<String> template(ChannelSettings.Notify settings, Channel channel) {
        return switch (channel) {
            case EMAIL -> settings.emailTemplate();
            case TEXT -> settings.textTemplate();
            case LETTER -> settings.letterTemplate();
            case PRINT, PHONE -> throw new IllegalStateException("a person does this");
        };
    }

    private static @Nullable String address(Channel channel, Addressee addressee) {
        return switch (channel) {
            case EMAIL -> addressee.email();
            case TEXT -> addressee.phone();
            default -> addressee.address() == null ? null : addressee.address().town();
        };
    }

    private Outcome send(ChannelSettings.Notify settings, Channel channel, Outgoing outgoing, Addressee addressee) {
        var client = clients.computeIfAbsent(
                settings.baseUrl() + " " + settings.apiKey(),
                entrance -> new NotificationClient(settings.apiKey(), settings.baseUrl()));
        var reference = reference(outgoing.promise(), channel);
        try {
            var known = outgoing.message().attempts() > 0 ? find(client, channel, reference) : Optional.<String>empty();
            var id = known.isPresent()
                    ? known.get()
                    : send(client, template(settings, channel).orElseThrow(), channel, outgoing, addressee, reference);
            return new Taken(channel, id);
        } catch (NotificationClientException e) {
            return outcome(channel, e.getHttpResult());
        }
    }

    /** By which a receipt finds its message again. */
    private static String reference(Promise promise, Channel channel) {
        return promise.messageId() + "/" + channel;
    }

    private static Optional<String> find(NotificationClient client, Channel channel, String reference)
            throws NotificationClientException {
        var type =
                switch (channel) {
                    case EMAIL -> "email";
                    case TEXT -> "sms";
                    default -> "letter";
                };
        return client.getNotifications(null, type, reference, null).getNotifications().stream()
                .findFirst()
                .map(found -> found.getId().toString());
    }

    private String send(
            NotificationClient client,
            String template,
            Channel channel,
            Outgoing outgoing,
            Addressee addressee,
            String reference)
            throws NotificationClientException {
        var letter =
                channel == Channel.TEXT ? letters.shortText(outgoing, addressee) : letters.write(outgoing, addressee);
        var fields = fields(letter);
        return switch (channel) {
            case EMAIL ->
                client.sendEmail(template, addressee.email(), fields, reference)
                        .getNotificationId()
                        .toString();
            case TEXT ->
                client.sendSms(template, addressee.phone(), fields, reference)
                        .getNotificationId()
                        .toString();
            default ->
                client.sendLetter(template, withAddress(fields, addressee), reference)
                        .getNotificationId()
                        .toString();
        };
    }

    private static Map<String, String> fields(Letter letter) {
        return Map.of("subject", letter.subject(), "body", letter.text());
    }

    private static Map<String, String> withAddress(Map<String, String> fields, Addressee addressee) {
        var address = Objects.requireNonNull(addressee.address(), "checked before");
        var lines = Stream.of(addressee.name(), address.street(), address.town())
                .filter(Objects::nonNull)
                .toList();
        var all = new HashMap<>(fields);
        for (int i = 0; i < lines.size(); i++) {
            all.put("address_line_" + (i + 1), lines.get(i));
        }
        return all;
    }

    /** What it says of a wrong address it says again tomorrow; all else may be otherwise by then. */
    private static Outcome outcome(Channel channel, int status) {
        return status == 400
                ? new Refused(channel, "notify-400")
                : new Failed(channel, status == 0 ? Message.NO_ANSWER : "notify-" + status);
    }
}
