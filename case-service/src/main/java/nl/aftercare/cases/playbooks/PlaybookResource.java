package nl.aftercare.cases.playbooks;

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
import nl.aftercare.cases.persistence.Playbooks;
import nl.aftercare.cases.persistence.Playbooks.Stored;
import nl.aftercare.cases.persistence.Worklist;
import nl.aftercare.platform.kernel.Municipality;
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

@Path("/playbooks/{municipality}")
@Produces(MediaType.APPLICATION_JSON)
class PlaybookResource {
    private final Playbooks playbooks;
    private final Worklist worklist;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;

    PlaybookResource(
            Playbooks playbooks, Worklist worklist, Transactions transactions, Caller caller, Logbook logbook) {
        this.playbooks = playbooks;
        this.worklist = worklist;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
    @Operation(
            operationId = "readPlaybook",
            summary = "Het draaiboek van een gemeente: criteria, termijnen en bewaartijd",
            description = "Een gemeente die nog niets heeft vastgelegd, ziet wat dan geldt.")
    public Uni<RestResponse<PlaybookEntry>> readPlaybook(@RestPath String municipality) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        return playbooks.read(code).map(PlaybookResource::respond);
    }

    @PUT
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "setPlaybook",
            summary = "Leg het draaiboek van een gemeente vast",
            description = "De termijnen van alle open trajecten gaan meteen mee.")
    @APIResponse(responseCode = "412", description = "Het draaiboek is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<PlaybookEntry>> setPlaybook(
            @RestPath String municipality,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion PlaybookEntry playbook) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        return transactions
                .in(caller.tenancyFor(code), () -> save(code, playbook, version))
                .map(PlaybookResource::respond);
    }

    private Uni<Stored> save(Municipality municipality, PlaybookEntry playbook, int version) {
        return playbooks
                .save(municipality, playbook.toDomain(), version)
                .call(() -> worklist.reschedule(municipality))
                .call(() -> logbook.record(municipality, "set-playbook", new UUID(0, 0), List.of()));
    }

    private static RestResponse<PlaybookEntry> respond(Stored stored) {
        return Version.tagged(PlaybookEntry.of(stored.playbook()), stored.version());
    }
}
