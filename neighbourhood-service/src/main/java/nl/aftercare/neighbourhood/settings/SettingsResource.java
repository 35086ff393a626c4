package nl.aftercare.neighbourhood.settings;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.persistence.StoredSettings;
import nl.aftercare.neighbourhood.persistence.StoredSettings.Stored;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-settings/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
class SettingsResource {
    private final StoredSettings settings;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;

    SettingsResource(StoredSettings settings, Transactions transactions, Caller caller, Logbook logbook) {
        this.settings = settings;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(
            operationId = "readNeighbourhoodSettings",
            summary = "Wat een gemeente voor haar buurtplannen heeft vastgelegd")
    public Uni<RestResponse<SettingsFields>> readNeighbourhoodSettings(@RestPath String municipality) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        return settings.read(code).map(SettingsResource::respond);
    }

    @PUT
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "setNeighbourhoodSettings",
            summary = "Leg vast hoe uw gemeente met buurtplannen omgaat: de termijn, de bijeenkomst en de brieven",
            description = "De termijn geldt voor overvallen die daarna worden gemeld.")
    @APIResponse(responseCode = "412", description = "Dit is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<SettingsFields>> setNeighbourhoodSettings(
            @RestPath String municipality,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion SettingsFields fields) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        var settled = fields.toDomain();
        return transactions
                .in(caller.tenancyFor(code), () -> settings.save(code, settled, version)
                        .call(() -> logbook.record(code, "set-neighbourhood-settings", new UUID(0, 0), List.of())))
                .map(SettingsResource::respond);
    }

    private static RestResponse<SettingsFields> respond(Stored stored) {
        return Version.tagged(SettingsFields.of(stored.settings()), stored.version());
    }
}
