package nl.aftercare.notifications.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.addresses.Envelopes;
import nl.aftercare.notifications.addresses.Envelopes.Right;
import nl.aftercare.notifications.addresses.Recipients;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Promises;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

@Path("/victim-messages/{caseId}/{template}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class VictimMessageResource {
    private final Envelopes envelopes;
    private final Messages messages;
    private final Promises promises;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;

    VictimMessageResource(
            Envelopes envelopes,
            Messages messages,
            Promises promises,
            Transactions transactions,
            Caller caller,
            Logbook logbook) {
        this.envelopes = envelopes;
        this.messages = messages;
        this.promises = promises;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
    }

    @PUT
    @Operation(
            operationId = "requestVictimMessage",
            summary = "Maak een bericht aan een slachtoffer klaar: het aanbod op een rij, de zitting, of waar hulp is",
            description =
                    "Het bericht gaat pas uit als iemand het goedkeurt. Ligt er al zo'n bericht, dan blijft het daarbij.")
    @APIResponse(responseCode = "409", description = "Dit slachtoffer mag hierover geen bericht krijgen")
    public Uni<MessageView> requestVictimMessage(
            @RestPath UUID caseId,
            @RestPath @Parameter(description = "victim-offer, victim-hearing of victim-help") String template) {
        var wanted =
                Template.named(template).filter(Template.ON_REQUEST::contains).orElseThrow(ProblemException::notFound);
        var context = OwnContext.here();
        return envelopes
                .right(caseId, wanted)
                .emitOn(context)
                .onFailure(VictimMessageResource::isHidden)
                .transform(hidden -> ProblemException.notFound())
                .invoke(VictimMessageResource::check)
                .flatMap(right -> transactions.in(
                        caller.tenancyFor(new Municipality(right.municipality())),
                        () -> openOrNew(caseId, wanted, right)))
                .map(MessageView::of);
    }

    private static void check(Right right) {
        if (!right.isAllowed()) {
            throw new RefusedException(
                    new Refusal("may-not-be-sent", "Dit slachtoffer mag hierover geen bericht krijgen."));
        }
    }

    /** For who asks, what may not be seen is not there. */
    private static boolean isHidden(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && (refused.getResponse().getStatus() == 404
                        || refused.getResponse().getStatus() == 403);
    }

    private Uni<Message> openOrNew(UUID caseId, Template template, Right right) {
        return messages.openTo(caseId, template)
                .flatMap(open -> open.isEmpty()
                        ? promises.make(
                                        new Municipality(right.municipality()),
                                        right.robberyId(),
                                        template,
                                        caseId,
                                        Map.of())
                                .map(Message::promised)
                                .call(messages::add)
                                .call(this::log)
                        : messages.read(open.getFirst()));
    }

    private Uni<Void> log(Message message) {
        var promise = message.promise();
        return logbook.record(
                promise.municipality(), "request-victim-message", promise.messageId(), List.of(Recipients.of(promise)));
    }
}
