package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.addresses.Addresses.MayNotContactException;
import nl.aftercare.notifications.addresses.Envelopes;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.RecipientKind;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Messages.Begun;
import nl.aftercare.notifications.persistence.OwnTexts;
import nl.aftercare.notifications.texts.Letter;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/messages/{id}/letter")
@Produces("application/pdf")
@RolesAllowed(Roles.COORDINATOR)
class LetterResource {
    private static final List<String> TO_ALL = List.of("Aan de bewoners van dit adres");
    private final Messages messages;
    private final OwnTexts ownTexts;
    private final Envelopes envelopes;
    private final Letters letters;
    private final Printer printer;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;
    private final Time time;

    LetterResource(
            Messages messages,
            OwnTexts ownTexts,
            Envelopes envelopes,
            Letters letters,
            Printer printer,
            Transactions transactions,
            Caller caller,
            Logbook logbook,
            Time time) {
        this.messages = messages;
        this.ownTexts = ownTexts;
        this.envelopes = envelopes;
        this.letters = letters;
        this.printer = printer;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
        this.time = time;
    }

    @GET
    @Operation(
            operationId = "printLetter",
            summary = "De brief om te printen en te posten, als toegankelijke PDF",
            description = "Of de brief nog mag uitgaan, wordt nu gevraagd. Leg daarna vast dat die is gepost.")
    @APIResponse(responseCode = "409", description = "Dit bericht is geen brief om te posten, of mag niet meer uitgaan")
    public Uni<byte[]> printLetter(@RestPath UUID id) {
        var current = Objects.requireNonNull(Vertx.currentContext(), "a request runs on a Vert.x context");
        Executor context = task -> current.runOnContext(ignored -> task.run());
        return transactions
                .in(caller.tenancy(), () -> read(id))
                .flatMap(begun -> page(begun.message(), begun.text().wording())
                        .onFailure(MayNotContactException.class)
                        .call(forbidden -> withhold(id, forbidden))
                        .onFailure(MayNotContactException.class)
                        .transform(forbidden -> gone())
                        .emitOn(context)
                        .call(page -> transactions.in(caller.tenancy(), () -> log(begun.message()))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(printer::print)
                .emitOn(context);
    }

    private Uni<Begun> read(UUID id) {
        return messages.read(id).invoke(LetterResource::check).flatMap(message -> ownTexts.read(
                        message.promise().municipality())
                .map(texts -> new Begun(message, texts.of(message.promise().template()))));
    }

    private static void check(Message message) {
        if (message.state() != MessageState.IN_HAND
                || message.channel().filter(Channel.PRINT::equals).isEmpty()) {
            throw new RefusedException(new Refusal("no-letter-to-post", "Dit bericht is geen brief om te posten."));
        }
    }

    private Uni<String> page(Message message, @Nullable String wording) {
        var promise = message.promise();
        var today = time.today();
        return promise.template().recipient() == RecipientKind.NEIGHBOURS
                ? envelopes
                        .toNeighbours(promise)
                        .onFailure(LetterResource::isGone)
                        .transform(absent -> gone())
                        .map(text -> letters.page(new Letter(text.subject(), text.body()), TO_ALL, today))
                : envelopes
                        .victim(promise)
                        .map(addressee ->
                                letters.page(letters.write(promise, addressee, wording), lines(addressee), today));
    }

    private static List<String> lines(Addressee addressee) {
        var address = addressee.address();
        if (address == null) {
            throw new RefusedException(
                    new Refusal(
                            "no-address",
                            "Er is geen adres waar de brief heen kan. Bel het slachtoffer, of leg vast dat het niet nodig is."));
        }
        return Stream.of(addressee.name(), address.street(), address.town())
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 404;
    }

    private static RefusedException gone() {
        return new RefusedException(new Refusal("may-not-be-sent", "Deze brief mag niet meer uitgaan."));
    }

    private Uni<Message> withhold(UUID id, MayNotContactException forbidden) {
        return transactions.in(
                caller.tenancy(),
                () -> messages.change(id, message -> message.withhold(time.now(), forbidden.reason())));
    }

    private Uni<Void> log(Message message) {
        var promise = message.promise();
        return logbook.record(
                promise.municipality(), "print-letter", promise.messageId(), List.of(Recipients.of(promise)));
    }
}
