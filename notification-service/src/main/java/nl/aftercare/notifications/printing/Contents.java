package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.addresses.Addresses.MayNotContactException;
import nl.aftercare.notifications.addresses.Addresses.NoLongerNeededException;
import nl.aftercare.notifications.addresses.Envelopes;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.texts.Letter;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;

/** What a message says to its recipient now, for the person who approves, posts or tells it. */
@ApplicationScoped
class Contents {
    private final Messages messages;
    private final Envelopes envelopes;
    private final Letters letters;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;
    private final Time time;

    Contents(
            Messages messages,
            Envelopes envelopes,
            Letters letters,
            Transactions transactions,
            Caller caller,
            Logbook logbook,
            Time time) {
        this.messages = messages;
        this.envelopes = envelopes;
        this.letters = letters;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
        this.time = time;
    }

    record Content(Outgoing outgoing, Letter letter, Addressee addressee) {}

    /**
     * Whether it may still go is asked now; if not, it is withheld and refused. That it was read is logged.
     *
     * @param action for the logbook
     * @param check refuses messages of which it is not to be read
     */
    Uni<Content> read(UUID id, String action, Consumer<Message> check) {
        var context = OwnContext.here();
        return transactions
                .in(caller.tenancy(), () -> messages.read(id).invoke(check).flatMap(messages::outgoing))
                .flatMap(outgoing -> content(outgoing)
                        .emitOn(context)
                        .onFailure(MayNotContactException.class)
                        .call(forbidden -> withhold(id, forbidden))
                        .onFailure()
                        .transform(Contents::refused)
                        .call(content -> transactions.in(caller.tenancy(), () -> log(action, outgoing))));
    }

    private Uni<Content> content(Outgoing outgoing) {
        return envelopes.of(outgoing.promise()).map(addressee -> {
            var reached = addressee.at(outgoing.address());
            return new Content(outgoing, letters.write(outgoing, reached), reached);
        });
    }

    private static Throwable refused(Throwable failure) {
        return switch (failure) {
            case MayNotContactException forbidden -> gone();
            case NoLongerNeededException unneeded -> gone();
            case WebApplicationException refused when refused.getResponse().getStatus() == 404 -> gone();
            // whom the owner of the case does not let see it
            case WebApplicationException refused
            when refused.getResponse().getStatus() == 403 -> ProblemException.notFound();
            default -> failure;
        };
    }

    private static RefusedException gone() {
        return new RefusedException(new Refusal("may-not-be-sent", "Dit bericht mag niet meer uitgaan."));
    }

    private Uni<Message> withhold(UUID id, MayNotContactException forbidden) {
        return change(id, message -> message.withhold(time.now(), forbidden.reason()));
    }

    Uni<Message> change(UUID id, Messages.Change change) {
        return transactions.in(caller.tenancy(), () -> messages.change(id, change));
    }

    private Uni<Void> log(String action, Outgoing outgoing) {
        var promise = outgoing.promise();
        return logbook.record(promise.municipality(), action, promise.messageId(), List.of(Recipients.of(promise)));
    }
}
