package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * What feeds call robberies. Everything that a feed tells of one robbery comes together on one row, and whoever comes second
 * waits there for the first. All within the municipalities of the transaction.
 */
@ApplicationScoped
public class FeedReferences {
    private final Transactions transactions;

    FeedReferences(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param robberyId null while nobody knows which robbery it is
     * @param reportHash null while the feed has not reported it
     */
    public record Known(@Nullable UUID robberyId, @Nullable String reportHash) {}

    /** Under which of these municipalities the feed told of a robbery by this name before. */
    public Uni<Optional<Provenance>> known(Provenance provenance, Set<Municipality> municipalities) {
        return transactions
                .session()
                .createQuery(
                        "select municipality from FeedReferenceRow where municipality in (:codes) and feed = :feed"
                                + " and reference = :reference order by municipality",
                        String.class)
                .setParameter(
                        "codes", municipalities.stream().map(Municipality::code).toList())
                .setParameter("feed", provenance.feed())
                .setParameter("reference", provenance.reference())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(code -> Optional.ofNullable(code)
                        .map(found ->
                                new Provenance(new Municipality(found), provenance.feed(), provenance.reference())));
    }

    /** @return whether nobody spoke of it before; this transaction then has it */
    public Uni<Boolean> claim(Provenance provenance, @Nullable UUID robberyId, @Nullable String reportHash) {
        return transactions
                .session()
                .createNativeQuery("insert into feed_reference (municipality, feed, reference, robbery_id, report_hash)"
                        + " values (:municipality, :feed, :reference, cast(:robbery as uuid), :hash)"
                        + " on conflict do nothing")
                .setParameter("municipality", provenance.municipality().code())
                .setParameter("feed", provenance.feed())
                .setParameter("reference", provenance.reference())
                .setParameter("robbery", robberyId == null ? null : robberyId.toString())
                .setParameter("hash", reportHash)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /** Holds the row until the end of the transaction. It is there: {@link #claim} came before. */
    public Uni<Known> hold(Provenance provenance) {
        return row(provenance).map(row -> new Known(row.robberyId, row.reportHash));
    }

    public Uni<Void> know(Provenance provenance, UUID robberyId, @Nullable String reportHash) {
        return row(provenance)
                .invoke(row -> {
                    row.robberyId = robberyId;
                    row.reportHash = reportHash;
                })
                .replaceWithVoid();
    }

    private Uni<FeedReferenceRow> row(Provenance provenance) {
        return transactions
                .session()
                .createQuery(
                        "from FeedReferenceRow where municipality = :municipality and feed = :feed and reference = :reference",
                        FeedReferenceRow.class)
                .setParameter("municipality", provenance.municipality().code())
                .setParameter("feed", provenance.feed())
                .setParameter("reference", provenance.reference())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }
}
