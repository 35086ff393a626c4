package nl.aftercare.cases.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.cases.persistence.FeedReferences;
import nl.aftercare.cases.persistence.IntakeMessages;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.cases.persistence.Provenance;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.time.Time;

/** Takes in an update of a robbery, or keeps it in the intake inbox until its robbery is known. */
@ApplicationScoped
class UpdateRobbery {
    private final Origins origins;
    private final FeedReferences references;
    private final IntakeMessages messages;
    private final MessageBodies bodies;
    private final TakeStatement takeStatement;
    private final Logbook logbook;
    private final Time time;

    UpdateRobbery(
            Origins origins,
            FeedReferences references,
            IntakeMessages messages,
            MessageBodies bodies,
            TakeStatement takeStatement,
            Logbook logbook,
            Time time) {
        this.origins = origins;
        this.references = references;
        this.messages = messages;
        this.bodies = bodies;
        this.takeStatement = takeStatement;
        this.logbook = logbook;
        this.time = time;
    }

    /** @return 200 when it was taken in, 202 when it waits */
    @PoliceData
    Uni<Outcome<UpdateReceipt>> update(RobberyUpdate update) {
        return origins.of(update.municipality(), update.reference()).flatMap(provenance -> update(update, provenance));
    }

    private Uni<Outcome<UpdateReceipt>> update(RobberyUpdate update, Provenance provenance) {
        return references
                .claim(provenance, null, null)
                .chain(() -> references.hold(provenance))
                .flatMap(known -> known.robberyId() == null
                        ? keep(update, provenance)
                        : takeStatement
                                .take(known.robberyId(), provenance, update.toStatement(), update.statedVictims())
                                .map(accepted -> new Outcome<>(200, UpdateReceipt.applied(accepted))));
    }

    private Uni<Outcome<UpdateReceipt>> keep(RobberyUpdate update, Provenance provenance) {
        var now = time.now();
        var id = Ids.next(now);
        return messages.add(id, provenance, now, bodies.write(update))
                .chain(() -> logbook.record(provenance.municipality(), "keep-intake-message", id, List.of()))
                .replaceWith(new Outcome<>(202, UpdateReceipt.waiting(id)));
    }
}
