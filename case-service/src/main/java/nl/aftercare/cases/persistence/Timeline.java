package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;

/** What was told of each robbery by all services; only forgetting takes something out. All within the municipalities of the transaction. */
@ApplicationScoped
public class Timeline {
    private final Transactions transactions;

    Timeline(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One event of a robbery.
     *
     * @param at when its service recorded it, UTC
     * @param type on the wire
     * @param data of the event: ids, codes and dates
     */
    public record Step(UUID id, UUID robberyId, Instant at, String type, Map<String, Object> data) {}

    public Uni<Void> append(Municipality municipality, Step step) {
        var row = new TimelineRow();
        row.id = step.id();
        row.municipality = municipality.code();
        row.robberyId = step.robberyId();
        row.at = step.at();
        row.type = step.type();
        row.data = step.data();
        return transactions.session().persist(row);
    }

    /** Forgets what a victim answered and was offered; that it was so stays, in the case and in the figures. */
    public Uni<Void> forget(UUID robberyId, UUID caseId) {
        return transactions
                .session()
                .createNativeQuery("delete from timeline_step where robbery_id = :robbery and data ->> 'caseId' = :case"
                        + " and type in ('nl.aftercare.cases.support-need-assessed.v1',"
                        + " 'nl.aftercare.offers.offer-composed.v1')")
                .setParameter("robbery", robberyId)
                .setParameter("case", caseId.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** When each service erased what it held of a victim, by the type of the event that told so, the first one first. */
    public Uni<List<Step>> erasuresOf(UUID robberyId, UUID caseId) {
        return of(robberyId).map(steps -> steps.stream()
                .filter(step -> step.type().endsWith("-erased.v1")
                        && caseId.toString().equals(step.data().get("caseId")))
                .toList());
    }

    /** The steps of a robbery and of those that were merged into it, the first one first. */
    public Uni<List<Step>> of(UUID robberyId) {
        return withMerged(robberyId).flatMap(this::steps);
    }

    private Uni<List<UUID>> withMerged(UUID robberyId) {
        return transactions
                .session()
                .createNativeQuery(
                        "with recursive one(id) as (select cast(:robbery as uuid) union"
                                + " select r.id from robbery r join one on r.merged_into = one.id) select id from one",
                        UUID.class)
                .setParameter("robbery", robberyId.toString())
                .getResultList();
    }

    private Uni<List<Step>> steps(List<UUID> robberyIds) {
        return transactions
                .session()
                .createQuery("from TimelineRow where robberyId in (:robberies) order by at, id", TimelineRow.class)
                .setParameter("robberies", robberyIds)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Step(row.id, row.robberyId, row.at, row.type, row.data))
                        .toList());
    }
}
