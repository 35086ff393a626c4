package nl.aftercare.offers.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.OfferEvent;
import nl.aftercare.offers.domain.OfferEvent.OfferErased;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.messaging.OfferEventWriter;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored offers. All within the municipalities of the transaction. */
@ApplicationScoped
public class Offers {
    private static final UUID FIRST = new UUID(0, 0);
    private final Transactions transactions;
    private final Outbox outbox;
    private final OfferEventWriter writer;

    Offers(Transactions transactions, Outbox outbox, OfferEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** @param version of what was read */
    public record Stored(TailoredOffer offer, int version) {}

    /**
     * Loads the offer for a case to change it, and holds it until the end of the transaction.
     *
     * @return null when there is none
     */
    public Uni<@Nullable TailoredOffer> ofCaseToChange(UUID caseId) {
        return transactions
                .session()
                .createQuery("from OfferRow where caseId = :case", OfferRow.class)
                .setParameter("case", caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : row.toDomain());
    }

    /** The cases of a robbery that have an offer. */
    public Uni<List<UUID>> casesOf(UUID robberyId) {
        return transactions
                .session()
                .createQuery("select caseId from OfferRow where robberyId = :robbery order by id", UUID.class)
                .setParameter("robbery", robberyId)
                .getResultList();
    }

    public Uni<Stored> read(UUID id) {
        return row(id, LockModeType.NONE).map(Offers::stored);
    }

    /** Loads an offer to change it, and holds it until the end of the transaction. */
    public Uni<Stored> toChange(UUID id) {
        return row(id, LockModeType.PESSIMISTIC_WRITE).map(Offers::stored);
    }

    public Uni<TailoredOffer> save(Accepted<TailoredOffer, OfferEvent> accepted) {
        var offer = accepted.state();
        return transactions
                .session()
                .find(OfferRow.class, offer.id())
                .flatMap(row -> store(row, offer))
                .chain(() -> outbox.append(writer.write(accepted.events())))
                .replaceWith(offer);
    }

    /** As {@link #save}, and tells the version that it got. */
    public Uni<Stored> change(Accepted<TailoredOffer, OfferEvent> accepted) {
        return save(accepted)
                .chain(() -> transactions.session().flush())
                .chain(() -> read(accepted.state().id()));
    }

    /**
     * Erases the offer of a victim and tells how much was erased.
     *
     * @param today Europe/Amsterdam
     */
    public Uni<Void> erase(Municipality municipality, UUID robberyId, UUID caseId, LocalDate today) {
        return transactions
                .session()
                .createMutationQuery("delete from OfferRow where caseId = :case")
                .setParameter("case", caseId)
                .executeUpdate()
                .flatMap(erased -> outbox.append(
                        writer.write(List.of(new OfferErased(municipality, robberyId, caseId, today, erased)))));
    }

    /** A page of the offers of a municipality, the oldest first, to compose them anew; held until the end of the transaction. */
    public Uni<List<TailoredOffer>> after(Municipality municipality, @Nullable UUID last, int size) {
        return transactions
                .session()
                .createQuery(
                        "from OfferRow where municipality = :municipality and id > :last order by id", OfferRow.class)
                .setParameter("municipality", municipality.code())
                .setParameter("last", last == null ? FIRST : last)
                .setMaxResults(size)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().map(OfferRow::toDomain).toList());
    }

    /** Those of which something is to be looked back at by this day. */
    public Uni<Page<TailoredOffer>> withFollowUp(LocalDate by, PageRequest page) {
        var filter = Filter.none().where("followUpOn <= :by", "by", by);
        return page.fetch(transactions.session(), OfferRow.class, filter, row -> row.id)
                .map(rows -> rows.map(OfferRow::toDomain));
    }

    /** The newest offers of a municipality. */
    public Uni<List<TailoredOffer>> newest(Municipality municipality, int most) {
        return transactions
                .session()
                .createQuery("from OfferRow where municipality = :municipality order by id desc", OfferRow.class)
                .setParameter("municipality", municipality.code())
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(OfferRow::toDomain).toList());
    }

    /** @param caseId null for the offers of all cases */
    public Uni<Page<TailoredOffer>> list(@Nullable UUID caseId, PageRequest page) {
        var filter = Filter.none().and("caseId", caseId);
        return page.fetch(transactions.session(), OfferRow.class, filter, row -> row.id)
                .map(rows -> rows.map(OfferRow::toDomain));
    }

    private Uni<OfferRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(OfferRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static Stored stored(OfferRow row) {
        return new Stored(row.toDomain(), row.version);
    }

    private Uni<Void> store(@Nullable OfferRow row, TailoredOffer offer) {
        if (row == null) {
            return transactions.session().persist(OfferRow.of(offer));
        }
        row.take(offer);
        return Uni.createFrom().voidItem();
    }
}
