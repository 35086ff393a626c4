package nl.aftercare.notifications.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import nl.aftercare.notifications.addresses.Addresses;
import nl.aftercare.notifications.addresses.Addresses.NoLongerNeededException;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Message.GivenUp;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;

/**
 * Sends one message and keeps how that went. When the service dies between the answer of the mail server and the commit, the
 * message is sent again with the same Message-ID.
 */
@ApplicationScoped
class SendMessage {
    private static final Logger LOG = Logger.getLogger(SendMessage.class);
    /** Nobody else gets the message meanwhile; longer than the address and the channel may take together. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(25);
    private final Transactions transactions;
    private final Messages messages;
    private final Addresses addresses;
    private final Mailing mailing;
    private final Logbook logbook;
    private final MeterRegistry meters;
    private final Time time;

    SendMessage(
            Transactions transactions,
            Messages messages,
            Addresses addresses,
            Mailing mailing,
            Logbook logbook,
            MeterRegistry meters,
            Time time) {
        this.logbook = logbook;
        this.meters = meters;
        this.transactions = transactions;
        this.messages = messages;
        this.addresses = addresses;
        this.mailing = mailing;
        this.time = time;
    }

    Uni<Void> send(Claim claim) {
        var tenancy = Tenancy.of(claim.municipality());
        return transactions
                .in(tenancy, () -> messages.findWaiting(claim))
                .flatMap(waiting -> waiting == null ? Uni.createFrom().voidItem() : send(waiting, tenancy));
    }

    private Uni<Void> send(Waiting waiting, Tenancy tenancy) {
        // a time limit strikes on a timer thread, and Hibernate Reactive works on its own context only
        var current = Objects.requireNonNull(Vertx.currentContext(), "sending runs on a Vert.x context");
        Executor context = task -> current.runOnContext(ignored -> task.run());
        var promise = waiting.promise();
        return addresses
                .of(promise)
                .onFailure()
                .transform(failure ->
                        failure instanceof NoLongerNeededException ? failure : new NotAddressedException(failure))
                .flatMap(addressee -> mailing.send(promise, addressee))
                .ifNoItem()
                .after(LONGEST_ATTEMPT)
                .fail()
                .emitOn(context)
                .onItemOrFailure()
                .transformToUni((done, failure) -> transactions.in(tenancy, () -> switch (failure) {
                    case null -> saveSent(waiting);
                    case NoLongerNeededException unneeded -> messages.saveUnneeded(waiting);
                    default -> messages.saveFailed(waiting, failed(waiting, failure));
                }));
    }

    private Uni<Void> saveSent(Waiting waiting) {
        var promise = waiting.promise();
        count("sent");
        return messages.saveSent(waiting, waiting.sent(time.now()).orRefuse())
                .chain(() -> logbook.recordOwnWork(
                        promise.municipality(), "send-message", promise.messageId(), List.of(Recipients.of(promise))));
    }

    private Message failed(Waiting waiting, Throwable failure) {
        var problem = problem(failure);
        var after = waiting.failed(problem);
        count(after instanceof GivenUp ? "given-up" : "failed");
        // never the message: those of mail servers quote addresses
        LOG.warnf("message %s not sent: %s", waiting.promise().messageId(), problem);
        return after;
    }

    private void count(String outcome) {
        meters.counter("aftercare.messages.attempts", "outcome", outcome).increment();
    }

    private static String problem(Throwable failure) {
        if (failure instanceof NotAddressedException) {
            return failure.getCause() instanceof WebApplicationException refused
                            && refused.getResponse().getStatus() == 404
                    ? "no-address-known"
                    : "address-not-told";
        }
        return "channel-unavailable";
    }

    /** The owning service did not tell how to reach the recipient. */
    private static final class NotAddressedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAddressedException(Throwable cause) {
            super("no address", cause, false, false);
        }
    }
}
