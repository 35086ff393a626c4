package nl.aftercare.offers.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

@Path("/measures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class MeasureResource {
    private final Rules rules;
    private final Caller caller;
    private final Reorganisations reorganisations;
    private final Time time;

    MeasureResource(Rules rules, Caller caller, Reorganisations reorganisations, Time time) {
        this.rules = rules;
        this.caller = caller;
        this.reorganisations = reorganisations;
        this.time = time;
    }

    /** @param ruleVersion of the tables that know these measures */
    @Schema(name = "Catalogue")
    public record CatalogueView(String ruleVersion, List<MeasureView> measures) {}

    /**
     * @param measure code
     * @param label in Dutch
     * @param area whose table decides: NL, a region or the municipality
     * @param facts that decide about it
     */
    @Schema(name = "Measure")
    public record MeasureView(String measure, String label, String area, List<FactView> facts) {}

    /**
     * @param question in Dutch
     * @param values that it can have; none when it is a date
     */
    @Schema(name = "MeasureFact")
    public record FactView(String fact, String question, List<String> values) {}

    @GET
    @UnitOfWork
    @Operation(
            operationId = "listMeasures",
            summary = "Alle maatregelen, met de feiten die erover beslissen",
            description = "Zoals ze vandaag gelden in de gemeente; wie er meer heeft, noemt er een met municipality.")
    public Uni<CatalogueView> listMeasures() {
        return rules.of(municipality())
                .flatMap(local -> local.inForceFor(time.today(), time.today()))
                .map(MeasureResource::catalogue);
    }

    @GET
    @Path("/{measure}/dmn")
    @UnitOfWork
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "exportMeasure",
            summary = "De beslistabel van één maatregel als DMN-bestand",
            description = "Om aan te passen en in te lezen als tabel van de gemeente of de regio.")
    public Uni<String> exportMeasure(@RestPath String measure) {
        return rules.of(municipality()).flatMap(local -> local.fileOf(measure, time.today()));
    }

    private Municipality municipality() {
        var own = caller.tenancy().municipalities().stream()
                .map(reorganisations::today)
                .distinct()
                .toList();
        if (own.size() != 1) {
            throw new InvalidInputException("municipality", "noem een gemeente waarvoor u werkt");
        }
        return own.getFirst();
    }

    private static CatalogueView catalogue(RuleBook book) {
        return new CatalogueView(
                book.version(),
                book.measures().entrySet().stream()
                        .map(measure -> new MeasureView(
                                measure.getKey(),
                                measure.getValue(),
                                book.areaOf(measure.getKey()),
                                facts(book, measure.getKey())))
                        .toList());
    }

    private static List<FactView> facts(RuleBook book, String measure) {
        return book.factsOf(measure).stream()
                .map(type -> new FactView(type.name(), type.question(), type.values()))
                .toList();
    }
}
