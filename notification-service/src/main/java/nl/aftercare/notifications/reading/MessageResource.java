package nl.aftercare.notifications.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class MessageResource {
    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "listMessages", summary = "Beloofde berichten en hoe het ermee staat, het nieuwste eerst")
    public Uni<Page<MessageView>> listMessages(
            @RestQuery @Parameter(description = "Alleen de berichten over deze overval") @Nullable String robberyId,
            @RestQuery
                    @Parameter(
                            description =
                                    "Alleen de berichten in deze stand, zoals GIVEN_UP: daar moet iemand naar kijken")
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
