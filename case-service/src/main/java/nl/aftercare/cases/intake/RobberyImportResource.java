package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.cases.intake.RobberyTable.Read;
import nl.aftercare.cases.persistence.Designations;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.rest.Csv;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/robbery-imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class RobberyImportResource {
    private static final String EXAMPLE = """
            reference,municipality,kind,occurredAt,victim.reference,victim.type,victim.name,victim.postcode,victim.houseNumber,victim.street,victim.town
            VB-2026-1,9901,RESIDENTIAL,2026-03-02T21:40:00+01:00,1,DIRECT,Eerste Voorbeeld,9999XA,12,Fictieve Straat,Voorbeeldstad
            VB-2026-1,,,,2,BYSTANDER,Tweede Voorbeeld,,,,
            VB-2026-2,9901,COMMERCIAL,2026-03-03T10:00:00+01:00,,,,,,,
            """;

    private final RobberyTable table;
    private final ReportRobbery reportRobbery;
    private final IdempotentRequests requests;
    private final Caller caller;
    private final Designations designations;
    private final Time time;

    RobberyImportResource(
            RobberyTable table,
            ReportRobbery reportRobbery,
            IdempotentRequests requests,
            Caller caller,
            Designations designations,
            Time time) {
        this.designations = designations;
        this.time = time;
        this.table = table;
        this.reportRobbery = reportRobbery;
        this.requests = requests;
        this.caller = caller;
    }

    /** @param robberies in the order of the table */
    @Schema(name = "ImportReport")
    public record ImportReport(List<Imported> robberies) {

        /**
         * @param line first line of the robbery in the table, the header is 1
         * @param isNew false when it had been reported before, and nothing was done
         */
        @Schema(name = "ImportedRobbery")
        public record Imported(int line, String reference, UUID robberyId, int cases, boolean isNew) {}
    }

    @POST
    @UnitOfWork
    @PoliceData
    @Consumes(Csv.MEDIA_TYPE)
    @Operation(
            operationId = "importRobberies",
            summary = "Meld overvallen met een tabel (CSV), voor gemeenten zonder koppeling met de politie",
            description =
                    "Een regel per slachtoffer. Is er iets mis, dan wordt niets opgeslagen en staat bij elke regel"
                            + " wat er mis is. Dezelfde tabel nog eens sturen doet niets dubbel.")
    @APIResponse(responseCode = "400", description = "Wat er mis is, per regel; er is niets opgeslagen")
    @APIResponse(responseCode = "409", description = "Een overval was al gemeld met een andere inhoud")
    public Uni<ImportReport> importRobberies(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "overvallen", value = EXAMPLE)))
                    String csv) {
        var reports = table.read(csv);
        return designations
                .of(caller.subject(), time.today())
                .invoke(designated -> requireAmong(designated, reports))
                .chain(() -> store(reports));
    }

    private Uni<ImportReport> store(List<Read> reports) {
        return Multi.createFrom()
                .iterable(reports)
                .onItem()
                .transformToUniAndConcatenate(this::report)
                .collect()
                .asList()
                .map(ImportReport::new);
    }

    private static void requireAmong(Set<Municipality> designated, List<Read> reports) {
        var wrong = reports.stream()
                .filter(read ->
                        !designated.contains(new Municipality(read.report().municipality())))
                .map(read -> new InvalidParam(
                        "regel " + read.line() + ": municipality", "is geen gemeente waarvoor u bent aangewezen"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private Uni<ImportReport.Imported> report(Read read) {
        var report = read.report();
        return reportRobbery
                .report(report, requests.hash(report))
                .onFailure(RefusedException.class)
                .transform(refused -> atLine(read.line(), refused))
                .map(outcome -> imported(read, outcome));
    }

    private static RefusedException atLine(int line, Throwable failure) {
        var refusal = ((RefusedException) failure).refusal();
        return new RefusedException(new Refusal(refusal.code(), "Regel " + line + ": " + refusal.reason()));
    }

    private static ImportReport.Imported imported(Read read, Outcome<AcceptedReport> outcome) {
        return new ImportReport.Imported(
                read.line(),
                read.report().reference(),
                outcome.body().robberyId(),
                outcome.body().cases().size(),
                outcome.status() == 201);
    }
}
