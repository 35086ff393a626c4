package nl.aftercare.notifications.settings;

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
import nl.aftercare.notifications.persistence.StoredSendingSettings;
import nl.aftercare.notifications.persistence.StoredSendingSettings.Stored;
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

@Path("/sending-settings/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
class SendingSettingsResource {
    private final StoredSendingSettings settings;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;

    SendingSettingsResource(StoredSendingSettings settings, Transactions transactions, Caller caller, Logbook logbook) {
        this.settings = settings;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(operationId = "readSendingSettings", summary = "Hoe een gemeente haar berichten verstuurt")
    public Uni<RestResponse<SendingFields>> readSendingSettings(@RestPath String municipality) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        return settings.read(code).map(SendingSettingsResource::respond);
    }

    @PUT
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "setSendingSettings",
            summary = "Leg vast hoe uw gemeente berichten verstuurt: over welke kanalen, en wanneer niet",
            description = "Geldt voor berichten die daarna worden beloofd.")
    @APIResponse(responseCode = "412", description = "Dit is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<SendingFields>> setSendingSettings(
            @RestPath String municipality,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion SendingFields fields) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        var override = fields.toDomain();
        return transactions
                .in(caller.tenancyFor(code), () -> settings.save(code, override, version)
                        .call(() -> logbook.record(code, "set-sending-settings", new UUID(0, 0), List.of())))
                .map(SendingSettingsResource::respond);
    }

    private static RestResponse<SendingFields> respond(Stored stored) {
        return Version.tagged(SendingFields.of(stored.settings()), stored.version());
    }
}
