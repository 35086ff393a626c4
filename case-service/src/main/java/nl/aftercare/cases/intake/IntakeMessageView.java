package nl.aftercare.cases.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.IntakeMessages.State;
import nl.aftercare.cases.persistence.IntakeMessages.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that fits no known robbery, for the coordinator to attach or reject.
 *
 * @param feed client that delivered it
 * @param reference the feed's own name for the robbery
 * @param victims references of the victims it speaks of; empty when it does not wait any more
 * @param statedAt when the feed stated it; null when it does not wait any more
 * @param reason why it was rejected
 */
@Schema(name = "IntakeMessage")
public record IntakeMessageView(
        UUID id,
        String municipality,
        String feed,
        String reference,
        Instant receivedAt,
        State state,
        @Nullable Instant statedAt,
        List<String> victims,
        @Nullable String reason) {

    /** @param update null when it does not wait any more */
    static IntakeMessageView of(Stored stored, @Nullable RobberyUpdate update) {
        return new IntakeMessageView(
                stored.id(),
                stored.provenance().municipality().code(),
                stored.provenance().feed(),
                stored.provenance().reference(),
                stored.receivedAt(),
                stored.state(),
                update == null ? null : update.statedAt(),
                update == null
                        ? List.of()
                        : update.statedVictims().stream()
                                .map(ReportedVictim::reference)
                                .toList(),
                stored.reason());
    }
}
