package nl.aftercare.offers.providers;

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
import nl.aftercare.offers.persistence.Providers;
import nl.aftercare.offers.persistence.Providers.Stored;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/providers/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class ProvidersResource {
    private final Providers providers;
    private final Rules rules;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;
    private final Time time;

    ProvidersResource(
            Providers providers, Rules rules, Transactions transactions, Caller caller, Logbook logbook, Time time) {
        this.providers = providers;
        this.rules = rules;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
        this.time = time;
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "readProviders", summary = "Wie welke maatregel geeft, en hoe die te bereiken is")
    public Uni<RestResponse<ProvidersView>> readProviders(
            @RestPath String municipality,
            @RestQuery @Parameter(description = "Alleen wie deze maatregel geeft") @Nullable String measure) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        return providers.read(code).map(stored -> Version.tagged(ProvidersView.of(stored, measure), stored.version()));
    }

    @PUT
    @Operation(
            operationId = "setProviders",
            summary = "Leg vast welke partijen in een gemeente maatregelen geven",
            description =
                    "Alle eigen partijen in één keer; de landelijke zijn er altijd. Alleen organisaties, geen personen.")
    @APIResponse(responseCode = "412", description = "De lijst is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<ProvidersView>> setProviders(
            @RestPath String municipality,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion ProvidersEntry entry) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        return transactions
                .in(caller.tenancyFor(code), () -> save(code, entry, version))
                .map(stored -> Version.tagged(ProvidersView.of(stored, null), stored.version()));
    }

    private Uni<Stored> save(Municipality municipality, ProvidersEntry entry, int version) {
        return rules.of(municipality)
                .flatMap(local -> local.inForceFor(time.today(), time.today()))
                .map(book -> entry.toDomain(book.measures().keySet(), providers.nationalCodes()))
                .flatMap(own -> providers.save(municipality, own, version))
                .call(() -> logbook.record(municipality, "set-providers", new UUID(0, 0), List.of()));
    }
}
