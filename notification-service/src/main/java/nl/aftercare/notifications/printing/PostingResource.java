package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Message.Result;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.PostalAddress;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Postings;
import nl.aftercare.notifications.rules.ChannelSettings;
import nl.aftercare.notifications.rules.Entrances;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

@Path("/messages/{id}/postings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class PostingResource {
    /** What cannot be posted by the provider a person prints. */
    private static final SendingRule BY_PROVIDER =
            new SendingRule(List.of(Channel.LETTER, Channel.PRINT), false, false, false);

    private final Messages messages;
    private final Postings postings;
    private final Entrances entrances;
    private final Logbook logbook;
    private final Time time;

    PostingResource(Messages messages, Postings postings, Entrances entrances, Logbook logbook, Time time) {
        this.messages = messages;
        this.postings = postings;
        this.entrances = entrances;
        this.logbook = logbook;
        this.time = time;
    }

    /** @param letters how many are on their way; each is a message of its own */
    @Schema(name = "Postings")
    public record PostingsView(long letters) {}

    @PUT
    @UnitOfWork
    @Operation(
            operationId = "postLetters",
            summary = "Laat de brief aan de buurt posten, voor elk adres",
            description = "Via NotifyNL. Een adres wordt bewaard tot de brief op weg is. Wat niet aankomt, ligt bij u."
                    + " Nog een keer hetzelfde vragen verandert niets.")
    @APIResponse(
            responseCode = "409",
            description =
                    "Dit bericht is geen brief aan de buurt die nog op de post moet, of uw gemeente heeft geen NotifyNL")
    public Uni<PostingsView> postLetters(@RestPath UUID id, AddressList list) {
        return postings.count(id)
                .flatMap(already -> already > 0
                        ? Uni.createFrom().item(already)
                        : messages.change(id, this::hand)
                                .flatMap(message ->
                                        promiseAll(message, list.distinct().toList())))
                .map(PostingsView::new);
    }

    private Decision<Message, MessageEvent> hand(Message message) {
        Postal.check(message);
        if (message.state() != MessageState.IN_HAND) {
            throw new RefusedException(
                    new Refusal("no-letter-to-post", "Deze brief hoeft niet meer op de post, of is al gepost."));
        }
        if (entrances
                .notifyNl(message.promise().municipality())
                .flatMap(ChannelSettings.Notify::letterTemplate)
                .isEmpty()) {
            throw new RefusedException(new Refusal(
                    "channel-not-set-up", "Uw gemeente laat geen brieven posten via NotifyNL. Print de brieven zelf."));
        }
        return message.doneByHand(time.now(), Result.POSTED);
    }

    private Uni<Long> promiseAll(Message message, List<PostalAddress> addresses) {
        return Multi.createFrom()
                .iterable(addresses)
                .onItem()
                .transformToUniAndConcatenate(address -> promise(message.promise(), address))
                .collect()
                .asList()
                .call(all -> logbook.record(
                        message.promise().municipality(),
                        "post-letters",
                        message.promise().messageId(),
                        List.of(Recipients.of(message.promise()))))
                .map(all -> (long) all.size());
    }

    /** Of no robbery: in the timeline one line says that the neighbourhood was written to. */
    private Uni<Promise> promise(Promise toAll, PostalAddress address) {
        var now = time.now();
        var letter = new Promise(
                Ids.next(now),
                toAll.municipality(),
                null,
                toAll.template(),
                toAll.recipientId(),
                Postings.details(toAll.messageId()),
                BY_PROVIDER,
                now,
                null);
        return messages.add(Message.promised(letter))
                .chain(() -> postings.keepAddress(letter, address))
                .replaceWith(letter);
    }
}
