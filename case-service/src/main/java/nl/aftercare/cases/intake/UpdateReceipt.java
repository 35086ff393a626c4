package nl.aftercare.cases.intake;

import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.intake.AcceptedReport.OpenedCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an update.
 *
 * @param robberyId null while it waits in the intake inbox: no robbery is known under its reference
 * @param cases of all victims that are known of the robbery
 * @param intakeMessageId where it waits
 */
@Schema(name = "UpdateReceipt")
public record UpdateReceipt(
        @Nullable UUID robberyId,
        List<OpenedCase> cases,
        @Nullable UUID intakeMessageId) {

    static UpdateReceipt applied(AcceptedReport known) {
        return new UpdateReceipt(known.robberyId(), known.cases(), null);
    }

    static UpdateReceipt waiting(UUID intakeMessageId) {
        return new UpdateReceipt(null, List.of(), intakeMessageId);
    }
}
