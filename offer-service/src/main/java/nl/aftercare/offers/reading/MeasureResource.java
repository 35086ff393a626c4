package nl.aftercare.offers.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/measures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class MeasureResource {
    private final Rules rules;

    MeasureResource(Rules rules) {
        this.rules = rules;
    }

    /** @param ruleVersion of the tables that know these measures */
    @Schema(name = "Catalogue")
    public record CatalogueView(String ruleVersion, List<MeasureView> measures) {}

    /**
     * @param measure code
     * @param label in Dutch
     * @param facts that decide about it
     */
    @Schema(name = "Measure")
    public record MeasureView(String measure, String label, List<FactView> facts) {}

    /**
     * @param question in Dutch
     * @param values that it can have; none when it is a date
     */
    @Schema(name = "MeasureFact")
    public record FactView(String fact, String question, List<String> values) {}

    @GET
    @Operation(operationId = "listMeasures", summary = "Alle maatregelen, met de feiten die erover beslissen")
    public CatalogueView listMeasures() {
        var book = rules.inForce();
        return new CatalogueView(
                book.version(),
                book.measures().entrySet().stream()
                        .map(measure ->
                                new MeasureView(measure.getKey(), measure.getValue(), facts(book, measure.getKey())))
                        .toList());
    }

    private static List<FactView> facts(RuleBook book, String measure) {
        return book.factsOf(measure).stream()
                .map(type -> new FactView(type.name(), type.question(), type.values()))
                .toList();
    }
}
