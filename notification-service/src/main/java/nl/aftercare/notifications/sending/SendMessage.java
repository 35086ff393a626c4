package nl.aftercare.notifications.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import nl.aftercare.notifications.addresses.Addresses;
import nl.aftercare.notifications.addresses.Addresses.MayNotContactException;
import nl.aftercare.notifications.addresses.Addresses.NoLongerNeededException;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.persistence.DeliveryQueue.Claim;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.sending.Outcome.Failed;
import nl.aftercare.notifications.sending.Outcome.Forbidden;
import nl.aftercare.notifications.sending.Outcome.Refused;
import nl.aftercare.notifications.sending.Outcome.Taken;
import nl.aftercare.notifications.sending.Outcome.Unneeded;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.SafeTrace;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.trace.Traces;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message and keeps how that went. When the service dies between the answer of the channel and the commit, the message is sent
 * again under the same name: a channel that remembers takes it once, and who reads mail can tell.
 */
@ApplicationScoped
class SendMessage {
    private static final Logger LOG = Logger.getLogger(SendMessage.class);
    /** Nobody else gets the message meanwhile; longer than the address and the channel may take together. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String COUNTER = "aftercare.messages.attempts";
    private static final String OUTCOME = "outcome";
    private static final List<String> OUTCOMES = List.of("sent", "repeated", "refused", "failed", "withheld");
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(25);
    private final Transactions transactions;
    private final Messages messages;
    private final Addresses addresses;
    private final Channels channels;
    private final Logbook logbook;
    private final MeterRegistry meters;
    private final Reorganisations reorganisations;
    private final Traces traces;
    private final Time time;

    SendMessage(
            Transactions transactions,
            Messages messages,
            Addresses addresses,
            Channels channels,
            Logbook logbook,
            MeterRegistry meters,
            Reorganisations reorganisations,
            Traces traces,
            Time time) {
        this.traces = traces;
        this.reorganisations = reorganisations;
        this.logbook = logbook;
        this.meters = meters;
        // a metric that is not there yet cannot be watched
        OUTCOMES.forEach(outcome -> meters.counter(COUNTER, OUTCOME, outcome));
        this.transactions = transactions;
        this.messages = messages;
        this.addresses = addresses;
        this.channels = channels;
        this.time = time;
    }

    Uni<Void> send(Claim claim) {
        return traces.goOn(claim.traceparent(), "send-message", () -> begin(claim));
    }

    private Uni<Void> begin(Claim claim) {
        // the settings and texts of a municipality that merged are those of the one it is today
        var tenancy = new Tenancy(reorganisations.family(claim.municipality()));
        return transactions
                .in(tenancy, () -> messages.begin(claim))
                .flatMap(outgoing -> outgoing == null ? Uni.createFrom().voidItem() : send(claim, outgoing, tenancy));
    }

    /** What is known once the address was asked. */
    private record Attempt(Outcome outcome, @Nullable String proof) {}

    private Uni<Void> send(Claim claim, Outgoing outgoing, Tenancy tenancy) {
        var context = OwnContext.here();
        var message = outgoing.message();
        var channel = message.channel().orElseThrow();
        if (message.isRepeat()) {
            count("repeated");
        }
        return attempt(outgoing, channel)
                .ifNoItem()
                .after(LONGEST_ATTEMPT)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithItem(new Attempt(new Failed(channel, Message.NO_ANSWER), null))
                // whatever went wrong, it is kept: else the message would be tried for ever, and nobody would know
                .onFailure()
                .invoke(failure ->
                        LOG.errorf("message %s not sent: %s", message.promise().messageId(), SafeTrace.of(failure)))
                .onFailure()
                .recoverWithItem(new Attempt(new Failed(channel, "not-written"), null))
                .emitOn(context)
                .flatMap(attempt -> transactions.in(tenancy, () -> keep(claim, message.promise(), attempt)));
    }

    private Uni<Attempt> attempt(Outgoing outgoing, Channel channel) {
        var promise = outgoing.promise();
        return addresses
                .of(promise)
                .onItemOrFailure()
                .transformToUni((addressee, failure) -> failure == null
                        ? channels.send(channel, outgoing, addressee.at(outgoing.address()))
                                .map(outcome -> new Attempt(outcome, addressee.proof()))
                        : Uni.createFrom().item(new Attempt(unaddressed(channel, failure), null)));
    }

    private static Outcome unaddressed(Channel channel, Throwable failure) {
        return switch (failure) {
            case NoLongerNeededException unneeded -> new Unneeded();
            case MayNotContactException forbidden -> new Forbidden(forbidden.reason());
            case WebApplicationException refused
            when refused.getResponse().getStatus() == 404 -> new Failed(channel, "no-address-known");
            default -> new Failed(channel, "address-not-told");
        };
    }

    private Uni<Void> keep(Claim claim, Promise promise, Attempt attempt) {
        return messages.conclude(claim, message -> decide(allowed(message, attempt), attempt.outcome()))
                .chain(() -> attempt.outcome() instanceof Taken
                        ? logbook.recordOwnWork(
                                promise.municipality(),
                                "send-message",
                                promise.messageId(),
                                List.of(Recipients.of(promise)))
                        : Uni.createFrom().voidItem());
    }

    private Message allowed(Message message, Attempt attempt) {
        return attempt.proof() == null ? message : message.allowed(time.now(), attempt.proof());
    }

    private Decision<Message, MessageEvent> decide(Message message, Outcome outcome) {
        var now = time.now();
        return switch (outcome) {
            case Taken taken -> {
                count("sent");
                yield message.accepted(now, taken.channel(), taken.reference());
            }
            case Refused refused -> {
                count("refused");
                warn(message, refused.code());
                yield message.refused(now, refused.channel(), refused.code());
            }
            case Failed failed -> {
                count("failed");
                warn(message, failed.code());
                yield message.failed(now, failed.channel(), failed.code());
            }
            case Forbidden forbidden -> {
                count("withheld");
                yield message.withhold(now, forbidden.code());
            }
            case Unneeded unneeded -> message.supersede(now);
        };
    }

    private static void warn(Message message, String code) {
        LOG.warnf("message %s not sent: %s", message.promise().messageId(), code);
    }

    private void count(String outcome) {
        meters.counter(COUNTER, OUTCOME, outcome).increment();
    }
}
