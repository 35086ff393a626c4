package nl.aftercare.cases.forgetting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.cases.persistence.DestructionLists;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/destruction-lists")
@Produces(MediaType.APPLICATION_JSON)
class DestructionListResource {
    private final DestroyData destroyData;
    private final DestructionLists lists;
    private final IdempotentRequests requests;

    DestructionListResource(DestroyData destroyData, DestructionLists lists, IdempotentRequests requests) {
        this.destroyData = destroyData;
        this.lists = lists;
        this.requests = requests;
    }

    @Schema(name = "NewDestructionList", examples = """
            {"municipality": "9901"}""")
    public record NewList(
            @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
            String municipality) {}

    /** @param reason for the colleagues; without personal data */
    @Schema(name = "DestructionListRejection", examples = """
            {"reason": "Een traject op de lijst loopt nog bij bezwaar"}""")
    public record Rejection(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(
            operationId = "drawUpDestructionList",
            summary = "Maak een lijst van trajecten waarvan de bewaartermijn voorbij is",
            description = "Hooguit 200 trajecten. Er wordt nog niets vernietigd: een collega beslist.")
    @APIResponse(responseCode = "409", description = "Van geen enkel traject is de bewaartermijn voorbij")
    public Uni<DestructionListView> drawUpDestructionList(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey NewList request) {
        var municipality = new Municipality(request.municipality());
        return requests.once(key, municipality, request, DestructionListView.class, () -> destroyData
                        .drawUp(municipality)
                        .map(list -> new Outcome<>(201, DestructionListView.of(list))))
                .map(Outcome::body);
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(operationId = "listDestructionLists", summary = "Vernietigingslijsten, de nieuwste eerst")
    public Uni<Page<DestructionListView>> listDestructionLists(@BeanParam PageRequest page) {
        return lists.list(page).map(found -> found.map(DestructionListView::of));
    }

    @PUT
    @Path("/{id}/approval")
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "approveDestructionList",
            summary = "Keur een lijst van een collega goed: de gegevens worden meteen vernietigd",
            description = "Alle diensten vernietigen wat zij van het slachtoffer hebben, en melden dat.")
    @APIResponse(responseCode = "409", description = "U heeft de lijst zelf gemaakt, of zij is afgewezen")
    public Uni<DestructionListView> approveDestructionList(@RestPath UUID id) {
        return destroyData.approve(id).map(DestructionListView::of);
    }

    @PUT
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(operationId = "rejectDestructionList", summary = "Wijs een lijst van een collega af")
    @APIResponse(responseCode = "409", description = "U heeft de lijst zelf gemaakt, of zij is goedgekeurd")
    public Uni<DestructionListView> rejectDestructionList(@RestPath UUID id, Rejection rejection) {
        return destroyData.reject(id, rejection.reason()).map(DestructionListView::of);
    }
}
