package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.persistence.FeedReferences;
import nl.aftercare.cases.persistence.IntakeMessages;
import nl.aftercare.cases.persistence.IntakeMessages.State;
import nl.aftercare.cases.persistence.IntakeMessages.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Robberies;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.UnitOfWork;

/** A coordinator says which robbery a message is about, or that it is about none. */
@ApplicationScoped
class SortIntakeMessage {
    private final IntakeMessages messages;
    private final FeedReferences references;
    private final Robberies robberies;
    private final TakeStatement takeStatement;
    private final Logbook logbook;

    SortIntakeMessage(
            IntakeMessages messages,
            FeedReferences references,
            Robberies robberies,
            TakeStatement takeStatement,
            Logbook logbook) {
        this.messages = messages;
        this.references = references;
        this.robberies = robberies;
        this.takeStatement = takeStatement;
        this.logbook = logbook;
    }

    /** From now on all that the feed tells under this reference is about that robbery. A repeat changes nothing. */
    @UnitOfWork
    @PoliceData
    Uni<Stored> attach(UUID id, UUID robberyId) {
        return messages.provenance(id)
                .flatMap(references::hold)
                .flatMap(known -> messages.read(id)
                        .flatMap(message -> known.robberyId() == null
                                ? attachTo(message, robberyId)
                                : alreadyAttached(known.robberyId(), robberyId)))
                .chain(() -> messages.read(id));
    }

    /** Its content is gone afterwards. A repeat changes nothing. */
    @UnitOfWork
    @PoliceData
    Uni<Stored> reject(UUID id, String reason) {
        return messages.provenance(id)
                // whoever takes in what waits holds the reference
                .flatMap(references::hold)
                .chain(() -> messages.reject(id, reason))
                .invoke(message -> {
                    if (message.state() != State.REJECTED) {
                        throw refused("message-attached", "Dit bericht hoort al bij een overval.");
                    }
                })
                .call(message ->
                        logbook.record(message.provenance().municipality(), "reject-intake-message", id, List.of()));
    }

    private Uni<Void> attachTo(Stored message, UUID robberyId) {
        if (message.state() == State.REJECTED) {
            throw refused("message-rejected", "Dit bericht is al afgewezen.");
        }
        return robberies
                .toChange(robberyId, message.provenance())
                .onFailure(ProblemException.class)
                .transform(unknown -> new InvalidInputException("robberyId", "is geen overval van deze gemeente"))
                .invoke(held -> {
                    if (!held.robbery()
                            .municipality()
                            .equals(message.provenance().municipality())) {
                        throw new InvalidInputException("robberyId", "is geen overval van deze gemeente");
                    }
                })
                .invoke(held -> {
                    if (held.robbery().mergedInto() != null) {
                        throw refused(
                                "robbery-merged",
                                "Deze overval is samengevoegd met een andere. Kies die andere overval.");
                    }
                })
                .chain(() -> references.know(message.provenance(), robberyId, null))
                .chain(() -> takeStatement.takeWaiting(message.provenance(), robberyId))
                .chain(() -> logbook.record(
                        message.provenance().municipality(), "attach-intake-message", message.id(), List.of()));
    }

    private static Uni<Void> alreadyAttached(UUID attachedTo, UUID robberyId) {
        if (!attachedTo.equals(robberyId)) {
            throw refused("message-attached", "Dit bericht hoort al bij een andere overval.");
        }
        return Uni.createFrom().voidItem();
    }

    private static RefusedException refused(String code, String reason) {
        return new RefusedException(new Refusal(code, reason));
    }
}
