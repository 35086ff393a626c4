package nl.aftercare.neighbourhood.addressing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/audience")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class AudienceResource {
    private final Plans plans;
    private final Logbook logbook;

    AudienceResource(Plans plans, Logbook logbook) {
        this.plans = plans;
        this.logbook = logbook;
    }

    @PUT
    @UnitOfWork
    @Operation(
            operationId = "setAudience",
            summary = "Leg vast wie in de buurt bericht krijgt, en of daar huur- of koopwoningen staan",
            description = "Bepaalt ook met wie de bijeenkomst wordt afgesproken en hoe groot de zaal moet zijn.")
    @APIResponse(responseCode = "412", description = "Het plan is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<AudienceFields>> setAudience(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion AudienceFields fields) {
        int version = Version.required(ifMatch);
        var audience = fields.toDomain();
        return plans.toChange(id)
                .flatMap(stored -> plans.save(stored.plan().address(audience), stored, version))
                .call(saved -> logbook.record(saved.plan().outline().municipality(), "set-audience", id, List.of()))
                .map(saved -> Version.tagged(fields, saved.version()));
    }
}
