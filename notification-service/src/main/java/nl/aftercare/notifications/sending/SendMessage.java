package nl.aftercare.notifications.sending;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import nl.aftercare.notifications.addresses.Addresses;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.notifications.persistence.Messages;
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
    private final Time time;

    SendMessage(Transactions transactions, Messages messages, Addresses addresses, Mailing mailing, Time time) {
        this.transactions = transactions;
        this.messages = messages;
        this.addresses = addresses;
        this.mailing = mailing;
        this.time = time;
    }

    Uni<Void> send(Claim claim) {
        var tenancy = Tenancy.of(claim.municipality());
        return transactions
                .in(tenancy, () -> messages.findWaiting(claim.messageId()))
                .flatMap(waiting -> waiting == null ? Uni.createFrom().voidItem() : send(waiting, tenancy));
    }

    private Uni<Void> send(Waiting waiting, Tenancy tenancy) {
        // a time limit strikes on a timer thread, and Hibernate Reactive works on its own context only
        var current = Objects.requireNonNull(Vertx.currentContext(), "sending runs on a Vert.x context");
        Executor context = task -> current.runOnContext(ignored -> task.run());
        return addresses
                .of(waiting.promise())
                .flatMap(addressee -> mailing.send(waiting.promise(), addressee))
                .ifNoItem()
                .after(LONGEST_ATTEMPT)
                .fail()
                .emitOn(context)
                .onItemOrFailure()
                .transformToUni((done, failure) -> transactions.in(
                        tenancy,
                        () -> failure == null
                                ? messages.saveSent(
                                        waiting, waiting.sent(time.now()).orRefuse())
                                : messages.saveFailed(waiting, waiting.failed(problem(waiting.promise(), failure)))));
    }

    /** A code, never a message: those of mail servers quote addresses. */
    private static String problem(Promise promise, Throwable failure) {
        LOG.warnf(
                "message %s not sent: %s",
                promise.messageId(), failure.getClass().getName());
        return failure instanceof WebApplicationException refused
                        && refused.getResponse().getStatus() == 404
                ? "no-address-known"
                : failure instanceof WebApplicationException ? "address-not-told" : "channel-unavailable";
    }
}
