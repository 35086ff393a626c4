package nl.aftercare.offers.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.kie.dmn.api.marshalling.DMNMarshaller;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.dmndi.DMNEdge;
import org.kie.dmn.model.api.dmndi.DMNShape;
import org.kie.dmn.model.api.dmndi.DiagramElement;

/** Decision tables as DMN files, which open in any DMN modeller. */
public final class TableFile {
    private static final String NATIONAL = "/rules/national.dmn";
    private static final DMNMarshaller MARSHALLER = DMNMarshallerFactory.newDefaultMarshaller();

    private TableFile() {}

    /** The national tables. */
    public static String national() {
        try (InputStream file = TableFile.class.getResourceAsStream(NATIONAL)) {
            if (file == null) {
                throw new IllegalStateException(NATIONAL + " is not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that a file says it is, such as {@code NL-2026-3}. */
    static String version(String dmn) {
        return read(dmn).getId();
    }

    /**
     * A file with the table of one measure alone and what it needs: to be edited and imported.
     *
     * @param dmn the file that has it
     * @param measure code
     */
    static String ofMeasure(String dmn, String measure) {
        var file = read(dmn);
        var needed = new HashSet<String>();
        file.getDrgElement().stream()
                .filter(element -> element.getName().equals(measure))
                .forEach(element -> collect(file, element, needed));
        file.getDrgElement().removeIf(element -> !needed.contains(element.getId()));
        if (file.getDMNDI() != null) {
            file.getDMNDI().getDMNDiagram().forEach(diagram -> diagram.getDMNDiagramElement()
                    .removeIf(element -> !needed.contains(drawn(element))));
        }
        file.setId("tables-of-" + measure);
        file.setName(measure);
        file.setDescription(null);
        return MARSHALLER.marshal(file);
    }

    static Definitions read(String dmn) {
        return MARSHALLER.unmarshal(new StringReader(dmn));
    }

    private static void collect(Definitions file, DRGElement element, Set<String> needed) {
        if (needed.add(element.getId()) && element instanceof Decision decision) {
            for (var requirement : decision.getInformationRequirement()) {
                needed.add(requirement.getId());
                var other = requirement.getRequiredInput() == null
                        ? requirement.getRequiredDecision()
                        : requirement.getRequiredInput();
                file.getDrgElement().stream()
                        .filter(one -> other.getHref().equals("#" + one.getId()))
                        .forEach(one -> collect(file, one, needed));
            }
        }
    }

    /** Id of what an element of the drawing stands for. */
    private static String drawn(DiagramElement element) {
        return switch (element) {
            case DMNShape shape -> shape.getDmnElementRef().getLocalPart();
            case DMNEdge edge -> edge.getDmnElementRef().getLocalPart();
            default -> "";
        };
    }
}
