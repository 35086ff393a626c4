package nl.aftercare.cases.disclosing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class DisclosureResource {
    private final Disclose disclose;
    private final IdempotentRequests requests;

    DisclosureResource(Disclose disclose, IdempotentRequests requests) {
        this.disclose = disclose;
        this.requests = requests;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "discloseData",
            summary = "Leg vast dat u gegevens van een slachtoffer doorgeeft; eerst wordt nagegaan of dat mag")
    @APIResponse(
            responseCode = "409",
            description =
                    "Toestemming of grondslag ontbreekt, of deze partij heeft dit niet nodig; geef dan niets door")
    public Uni<DisclosureView> discloseData(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey DisclosureRequest request) {
        return requests.once(
                        key,
                        new Municipality(request.municipality()),
                        request,
                        DisclosureView.class,
                        () -> disclose.give(request))
                .map(Outcome::body);
    }
}
