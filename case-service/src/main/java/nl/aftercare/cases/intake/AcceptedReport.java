package nl.aftercare.cases.intake;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a report. */
@Schema(name = "AcceptedReport")
public record AcceptedReport(UUID robberyId, List<OpenedCase> cases) {

    /** @param victimReference the reference of the victim in the report */
    @Schema(name = "OpenedCase")
    public record OpenedCase(String victimReference, UUID caseId) {}
}
