package nl.aftercare.journey;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;

/** The channels outside the suite on a bad day: a mail server and NotifyNL, each with moods, each killed now and then. */
final class Outside implements AutoCloseable {
    private final MoodyMailServer mail;
    private final MoodyNotify notifyNl;

    Outside(Ports ports, int replicas, long seed) throws IOException {
        mail = new MoodyMailServer(ports.smtp(), seed);
        notifyNl = new MoodyNotify(
                IntStream.range(0, replicas)
                        .mapToObj(replica -> URI.create("http://127.0.0.1:"
                                + ports.service(ServiceName.NOTIFICATION, replica) + "/v1/notify-receipts"))
                        .toList(),
                seed);
    }

    MoodyMailServer mail() {
        return mail;
    }

    MoodyNotify notifyNl() {
        return notifyNl;
    }

    /** With which the suite finds them. */
    Map<String, String> settings() {
        return Map.of(
                "aftercare.channels.usual.mail.port",
                Integer.toString(mail.port()),
                "aftercare.channels.usual.notify-nl.base-url",
                "http://127.0.0.1:" + notifyNl.port(),
                "aftercare.channels.usual.notify-nl.api-key",
                "load-" + new UUID(0, 1) + "-" + new UUID(0, 2),
                "aftercare.channels.usual.notify-nl.text-template",
                new UUID(0, 3).toString(),
                "aftercare.channels.usual.notify-nl.receipt-token",
                MoodyNotify.RECEIPT_TOKEN,
                "aftercare.trial.addresses",
                ".+@([^@]+[.])?example,[+]31600000000");
    }

    Stream<Target> targets() {
        return Stream.of(
                new Target("mail server", mail::kill, mail::start),
                new Target("NotifyNL", notifyNl::kill, notifyNl::start));
    }

    @Override
    public void close() throws IOException {
        notifyNl.close();
        mail.close();
    }
}
