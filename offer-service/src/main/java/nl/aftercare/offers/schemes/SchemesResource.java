package nl.aftercare.offers.schemes;

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
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.offers.persistence.Renewals;
import nl.aftercare.offers.persistence.SchemeEndings;
import nl.aftercare.offers.persistence.Schemes;
import nl.aftercare.offers.persistence.Schemes.Stored;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/schemes/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
class SchemesResource {
    private final Schemes schemes;
    private final SchemeEndings endings;
    private final Renewals renewals;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;
    private final Reorganisations reorganisations;
    private final Time time;

    SchemesResource(
            Schemes schemes,
            SchemeEndings endings,
            Renewals renewals,
            Transactions transactions,
            Caller caller,
            Logbook logbook,
            Reorganisations reorganisations,
            Time time) {
        this.schemes = schemes;
        this.endings = endings;
        this.renewals = renewals;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
        this.reorganisations = reorganisations;
        this.time = time;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(
            operationId = "readSchemes",
            summary = "De regelingen van een gemeente, en welke er bijna stopt",
            description =
                    "Zolang een gemeente niets heeft vastgelegd, staat bij elk aanbod de vraag of de regeling er is.")
    public Uni<RestResponse<SchemesView>> readSchemes(@RestPath String municipality) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        return schemes.read(code).map(this::respond);
    }

    @PUT
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "setSchemes",
            summary = "Leg de regelingen van een gemeente vast",
            description = "Alle regelingen in één keer. Het aanbod aan elk slachtoffer in de gemeente gaat mee.")
    @APIResponse(responseCode = "412", description = "De regelingen zijn intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<SchemesView>> setSchemes(
            @RestPath String municipality,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion SchemesEntry entry) {
        var code = MunicipalityCode.of(municipality);
        var settled = entry.toDomain();
        int version = Version.required(ifMatch);
        return transactions
                .in(caller.tenancyFor(code), () -> save(code, settled, version))
                .map(this::respond);
    }

    private Uni<Stored> save(Municipality municipality, LocalSchemes settled, int version) {
        return schemes.save(municipality, settled, version)
                .call(() -> endings.replace(reorganisations.today(municipality), settled.endings(time.today())))
                .call(() -> renewals.askFor(reorganisations.family(municipality)))
                .call(() -> logbook.record(municipality, "set-schemes", new UUID(0, 0), List.of()));
    }

    private RestResponse<SchemesView> respond(Stored stored) {
        return Version.tagged(SchemesView.of(stored, time.today()), stored.version());
    }
}
