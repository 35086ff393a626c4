package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.cases.persistence.IntakeMessages;
import nl.aftercare.cases.persistence.IntakeMessages.State;
import nl.aftercare.cases.persistence.IntakeMessages.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/intake-messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class IntakeMessageResource {
    private final IntakeMessages messages;
    private final SortIntakeMessage sort;
    private final MessageBodies bodies;

    IntakeMessageResource(IntakeMessages messages, SortIntakeMessage sort, MessageBodies bodies) {
        this.messages = messages;
        this.sort = sort;
        this.bodies = bodies;
    }

    @Schema(name = "Attachment", examples = """
            {"robberyId": "01978000-0000-7000-8000-000000000002"}""")
    public record Attachment(@NotNull UUID robberyId) {}

    /** @param reason for the colleagues; without personal data */
    @Schema(name = "Rejection", examples = """
            {"reason": "Hoort bij een overval in een andere gemeente"}""")
    public record Rejection(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "listIntakeMessages",
            summary = "Berichten die bij geen bekende overval horen, de nieuwste eerst")
    public Uni<Page<IntakeMessageView>> listIntakeMessages(
            @RestQuery @Parameter(description = "Alleen berichten in deze stand, zoals WAITING") @Nullable String state,
            @BeanParam PageRequest page) {
        return messages.list(QueryParameter.oneOf(State.class, "state", state), page)
                .map(found -> found.map(this::view));
    }

    @PUT
    @Path("/{id}/attachment")
    @Operation(operationId = "attachIntakeMessage", summary = "Leg vast bij welke overval een bericht hoort")
    @APIResponse(responseCode = "409", description = "Het bericht is al afgewezen, of hoort bij een andere overval")
    public Uni<IntakeMessageView> attachIntakeMessage(@RestPath UUID id, Attachment attachment) {
        return sort.attach(id, attachment.robberyId()).map(this::view);
    }

    @PUT
    @Path("/{id}/rejection")
    @Operation(operationId = "rejectIntakeMessage", summary = "Wijs een bericht af dat bij geen overval hoort")
    @APIResponse(responseCode = "409", description = "Het bericht hoort al bij een overval")
    public Uni<IntakeMessageView> rejectIntakeMessage(@RestPath UUID id, Rejection rejection) {
        return sort.reject(id, rejection.reason()).map(this::view);
    }

    private IntakeMessageView view(Stored stored) {
        return IntakeMessageView.of(stored, stored.body() == null ? null : bodies.read(stored));
    }
}
