package nl.aftercare.platform.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to each OpenAPI document what the NLgov API Design Rules ask of all of them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final Map<String, String> ERRORS = Map.of(
            "400", "De invoer klopt niet; invalidParams noemt alles wat er mis is",
            "401", "Geen geldig toegangstoken",
            "403", "De rol of de gemeente geeft geen toegang",
            "404", "Dit bestaat niet, of u mag het niet zien",
            "500", "Er ging iets mis aan onze kant");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("https://aftercare.example/v1")));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        // the server carries the major version, the paths do not
        var paths = document.getPaths().getPathItems().entrySet().stream()
                .collect(Collectors.toMap(path -> path.getKey().replaceFirst("^/v1", ""), Map.Entry::getValue));
        document.setPaths(OASFactory.createPaths());
        paths.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(path -> document.getPaths()
                .addPathItem(path.getKey(), path.getValue()));
        paths.values().stream()
                .map(PathItem::getOperations)
                .forEach(operations -> operations.values().forEach(this::complete));
    }

    private void complete(Operation operation) {
        operation.addParameter(municipality());
        var responses = operation.getResponses();
        ERRORS.forEach((status, description) -> {
            if (responses.getAPIResponse(status) == null) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
        responses.getAPIResponses().forEach(this::complete);
    }

    private void complete(String status, APIResponse response) {
        response.addHeader(
                "API-Version",
                OASFactory.createHeader()
                        .description("Volledige versie van deze API")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        if (status.startsWith("4") || status.startsWith("5")) {
            var reference = OASFactory.createSchema().ref("#/components/schemas/Problem");
            response.content(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType().schema(reference)));
        }
    }

    /** See {@code Caller}. */
    private static Parameter municipality() {
        return OASFactory.createParameter()
                .name("municipality")
                .in(Parameter.In.QUERY)
                .description("Alleen deze gemeente van de uwe; een dienst noemt hier voor welke gemeente hij vraagt")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .pattern(Municipality.PATTERN));
    }

    private static Schema problem() {
        var invalidParam =
                object().addProperty("name", text("Veld, als pad")).addProperty("reason", text("Wat het moet zijn"));
        return object().description("Waarom een aanvraag niet lukte (RFC 9457)")
                .addProperty("type", text("Soort probleem, als URN"))
                .addProperty("title", text("Kop"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("Uitleg"))
                .addProperty(
                        "invalidParams",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(invalidParam));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
