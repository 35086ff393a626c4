package nl.aftercare.notifications.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message.Result;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class MessageResource {
    private final Messages messages;
    private final Logbook logbook;
    private final Time time;

    MessageResource(Messages messages, Logbook logbook, Time time) {
        this.messages = messages;
        this.logbook = logbook;
        this.time = time;
    }

    /** @param result what was done */
    @Schema(name = "MessageResult", examples = """
            {"result": "POSTED"}""")
    public record MessageResult(@NotNull Result result) {}

    @GET
    @Path("/{id}")
    @UnitOfWork
    @Operation(operationId = "readMessage", summary = "Eén bericht, met alles wat ermee gebeurde")
    public Uni<MessageView> readMessage(@RestPath UUID id) {
        return messages.read(id).map(MessageView::of);
    }

    @PUT
    @Path("/{id}/approval")
    @UnitOfWork
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            operationId = "approveMessage",
            summary = "Laat een bericht uitgaan",
            description = "Of het slachtoffer nog bericht mag krijgen, wordt bij het versturen opnieuw gevraagd.")
    @APIResponse(responseCode = "409", description = "Dit bericht gaat niet meer uit")
    public Uni<MessageView> approveMessage(@RestPath UUID id) {
        return change(id, "approve-message", message -> message.approve(time.now()));
    }

    @PUT
    @Path("/{id}/result")
    @UnitOfWork
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            operationId = "recordMessageResult",
            summary = "Leg vast wat u zelf heeft gedaan, of dat het niet nodig is",
            description =
                    "Voor berichten in de stand IN_HAND: een brief om te posten, iemand om te bellen, of een bericht dat"
                            + " niet aankomt. En voor berichten die op goedkeuring wachten en niet nodig zijn.")
    @APIResponse(responseCode = "409", description = "Dit bericht ligt niet bij u, of er is al iets anders vastgelegd")
    public Uni<MessageView> recordMessageResult(@RestPath UUID id, MessageResult result) {
        return change(id, "record-message-result", message -> message.doneByHand(time.now(), result.result()));
    }

    private Uni<MessageView> change(UUID id, String action, Messages.Change change) {
        return messages.change(id, change)
                .call(message -> logbook.record(message.promise().municipality(), action, id, List.of()))
                .map(MessageView::of);
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "listMessages", summary = "Beloofde berichten en hoe het ermee staat, het nieuwste eerst")
    public Uni<Page<MessageView>> listMessages(
            @RestQuery @Parameter(description = "Alleen de berichten over deze overval") @Nullable String robberyId,
            @RestQuery
                    @Parameter(
                            description =
                                    "Alleen de berichten in deze stand, zoals IN_HAND: daar moet iemand iets doen")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return messages.list(
                        QueryParameter.uuid("robberyId", robberyId),
                        QueryParameter.oneOf(MessageState.class, "state", state),
                        page)
                .map(found -> found.map(MessageView::of));
    }
}
